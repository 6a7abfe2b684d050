/** Tests of the wire format and of what is known of Stripe's API. */
@NullMarked
package dev.quittance.emulator.wire;

import org.jspecify.annotations.NullMarked;
