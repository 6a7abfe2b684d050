/**
 * The deterministic simulation: the built plugin, a virtual world around it, and an audit against the local Stripe's own books. One
 * seed decides everything that happens, so a failure can be seen again. Knows {@code plugin-api}, {@code stripe-emulator} and the plugin's
 * tables as they lie in the database; never a class of the plugin, which it loads from the zip. Start reading at
 * {@link dev.quittance.trials.simulation.Campaign} (many seeds), then {@code SeedRun} (one seed).
 */
@NullMarked
package dev.quittance.trials.simulation;

import org.jspecify.annotations.NullMarked;
