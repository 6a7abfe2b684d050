/**
 * Opens the database, brings the CRM's schema up to date and runs statements in transactions. Knows nothing of what is stored.
 * Start at {@link dev.quittance.crm.storage.Database}.
 */
@NullMarked
package dev.quittance.crm.storage;

import org.jspecify.annotations.NullMarked;
