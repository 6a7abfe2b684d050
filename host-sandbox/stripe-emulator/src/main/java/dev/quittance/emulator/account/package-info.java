/** Accounts and who owns them. */
@NullMarked
package dev.quittance.emulator.account;

import org.jspecify.annotations.NullMarked;
