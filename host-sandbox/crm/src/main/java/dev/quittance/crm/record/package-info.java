/**
 * Clients, projects and invoices. Stands on {@code storage} and {@code event}. Every reading takes the organisation, so that another one's record is as
 * absent as one that never was. Start at {@link dev.quittance.crm.record.Projects}.
 */
@NullMarked
package dev.quittance.crm.record;

import org.jspecify.annotations.NullMarked;
