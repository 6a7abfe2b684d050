/**
 * Effects that leave the database, decided in the transaction that made them due and delivered after it. Depends on
 * {@code storage} only. Start at {@link dev.quittance.stripe.outbox.Outbox}.
 */
@NullMarked
package dev.quittance.stripe.outbox;

import org.jspecify.annotations.NullMarked;
