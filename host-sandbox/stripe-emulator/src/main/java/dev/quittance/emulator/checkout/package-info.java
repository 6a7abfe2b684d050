/** Checkout sessions, and what their payer does with them. Start at {@link dev.quittance.emulator.checkout.Checkout}. */
@NullMarked
package dev.quittance.emulator.checkout;

import org.jspecify.annotations.NullMarked;
