/** Where the money goes once it was taken: balance transactions and what they add up to. */
@NullMarked
package dev.quittance.emulator.balance;

import org.jspecify.annotations.NullMarked;
