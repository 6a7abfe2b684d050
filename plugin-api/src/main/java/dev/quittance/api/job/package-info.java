/**
 * Work that runs later, at least once. Start at {@link dev.quittance.api.job.JobHandler}.
 */
@NullMarked
package dev.quittance.api.job;

import org.jspecify.annotations.NullMarked;
