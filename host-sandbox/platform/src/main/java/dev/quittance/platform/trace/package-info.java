/**
 * A name for each request and each run of a job, by which what they log can be found together; depends on nothing. Start at
 * {@link dev.quittance.platform.trace.Trace}.
 */
@NullMarked
package dev.quittance.platform.trace;

import org.jspecify.annotations.NullMarked;
