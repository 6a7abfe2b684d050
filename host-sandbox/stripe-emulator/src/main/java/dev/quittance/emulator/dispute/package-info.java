/** Payers' banks taking money back: disputes, inquiries and early fraud warnings. Depends on the balance and events. */
@NullMarked
package dev.quittance.emulator.dispute;

import org.jspecify.annotations.NullMarked;
