/**
 * The trials' command line. Knows the packages below; nothing knows it. Start reading at {@link dev.quittance.trials.Trials}.
 */
@NullMarked
package dev.quittance.trials;

import org.jspecify.annotations.NullMarked;
