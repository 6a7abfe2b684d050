/** Tests of the simulation, first of its own parts, then of the built plugin in it. Start reading at {@code SimulationIT}. */
@NullMarked
package dev.quittance.trials.simulation;

import org.jspecify.annotations.NullMarked;
