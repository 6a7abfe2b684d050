/**
 * Measurements of what was built, each as one JSON object at the end. They start the programs as processes of their own and know no
 * class of theirs. Start reading at {@link dev.quittance.trials.bench.BenchCommand}.
 */
@NullMarked
package dev.quittance.trials.bench;

import org.jspecify.annotations.NullMarked;
