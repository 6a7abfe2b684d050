/**
 * Connect: accounts that platforms make or are let into, how those become able to charge, and the keys and applications
 * that their owners set up. Depends on accounts, events, the API and pages; start at {@link dev.quittance.emulator.connect.ConnectDoor}.
 */
@NullMarked
package dev.quittance.emulator.connect;

import org.jspecify.annotations.NullMarked;
