/**
 * The rules of docs/architecture.md and of the house style as tests. Each rule has a fixture that breaks it, and a test that
 * expects the failure. Start at {@code ArchitectureTest}.
 */
@NullMarked
package dev.quittance.trials.architecture;

import org.jspecify.annotations.NullMarked;
