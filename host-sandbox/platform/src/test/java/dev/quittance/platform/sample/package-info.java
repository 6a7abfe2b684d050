/** What the platform is tried with: a host, a server, and plugins compiled on the spot. Start at TestHost. */
@NullMarked
package dev.quittance.platform.sample;

import org.jspecify.annotations.NullMarked;
