/** The sandbox as real processes: started, killed, started again, searched for what must not be there. Start at {@code Sandbox}. */
@NullMarked
package dev.quittance.trials.process;

import org.jspecify.annotations.NullMarked;
