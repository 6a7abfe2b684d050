/** Payment methods, payment intents and charges: one try at a payer's money after another. */
@NullMarked
package dev.quittance.emulator.payment;

import org.jspecify.annotations.NullMarked;
