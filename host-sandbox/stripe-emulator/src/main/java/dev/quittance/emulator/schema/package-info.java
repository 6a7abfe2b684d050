/** What Stripe's API says its objects look like, and the check that holds an answer against it. */
@NullMarked
package dev.quittance.emulator.schema;

import org.jspecify.annotations.NullMarked;
