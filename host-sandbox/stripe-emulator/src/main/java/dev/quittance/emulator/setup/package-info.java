/** Setup intents: payment methods that are kept for later without a payment. Stands on {@code payment}; start at {@link dev.quittance.emulator.setup.SetupIntents}. */
@NullMarked
package dev.quittance.emulator.setup;

import org.jspecify.annotations.NullMarked;
