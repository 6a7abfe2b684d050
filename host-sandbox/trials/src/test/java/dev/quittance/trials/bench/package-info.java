/** The benchmarks' own arithmetic and options. Start at {@link dev.quittance.trials.bench.OpenLoopTest}. */
@NullMarked
package dev.quittance.trials.bench;

import org.jspecify.annotations.NullMarked;
