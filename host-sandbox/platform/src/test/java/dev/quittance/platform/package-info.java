/** The platform as a whole, on both databases. Start at PlatformIT. */
@NullMarked
package dev.quittance.platform;

import org.jspecify.annotations.NullMarked;
