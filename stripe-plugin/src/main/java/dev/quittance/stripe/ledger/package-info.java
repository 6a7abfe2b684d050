/**
 * The append-only double entry, and the kept sums of each record. Depends on {@code storage} only. Start at
 * {@link dev.quittance.stripe.ledger.Ledger}.
 */
@NullMarked
package dev.quittance.stripe.ledger;

import org.jspecify.annotations.NullMarked;
