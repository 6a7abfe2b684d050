/** What developers look at to see what happened. */
@NullMarked
package dev.quittance.emulator.developer;

import org.jspecify.annotations.NullMarked;
