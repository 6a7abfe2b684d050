/** Tests of the local Stripe by what it answers: calls in, answers, events and books out. Start at {@code Shop}. */
@NullMarked
package dev.quittance.emulator;

import org.jspecify.annotations.NullMarked;
