/** Tests of the way in, with operations that real features do not have. */
@NullMarked
package dev.quittance.emulator.api;

import org.jspecify.annotations.NullMarked;
