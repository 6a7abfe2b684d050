/** Money given back to payers, until it has arrived there or come back. Depends on disputes, the balance and events. */
@NullMarked
package dev.quittance.emulator.refund;

import org.jspecify.annotations.NullMarked;
