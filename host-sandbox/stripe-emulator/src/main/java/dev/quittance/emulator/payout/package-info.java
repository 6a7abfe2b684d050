/** Money on its way to the account's own bank, by itself every day or on request. Depends on the balance and events. */
@NullMarked
package dev.quittance.emulator.payout;

import org.jspecify.annotations.NullMarked;
