/**
 * Work to do later, kept in the database and shared by all nodes. Depends on {@code extension}. Start at
 * {@link dev.quittance.platform.jobs.JobScheduler}.
 */
@NullMarked
package dev.quittance.platform.jobs;

import org.jspecify.annotations.NullMarked;
