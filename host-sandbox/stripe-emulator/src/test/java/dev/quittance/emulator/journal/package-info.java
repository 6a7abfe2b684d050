@NullMarked
package dev.quittance.emulator.journal;

import org.jspecify.annotations.NullMarked;
