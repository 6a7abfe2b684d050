/** The lines that outlive a crash. Depends on nothing. */
@NullMarked
package dev.quittance.emulator.journal;

import org.jspecify.annotations.NullMarked;
