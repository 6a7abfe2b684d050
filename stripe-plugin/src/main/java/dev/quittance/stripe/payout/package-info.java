/**
 * What Stripe's balance did, held against the ledger, and where it was paid out. Knows payments, the ledger and connections. Start at
 * {@link dev.quittance.stripe.payout.BalanceSweep}.
 */
@NullMarked
package dev.quittance.stripe.payout;

import org.jspecify.annotations.NullMarked;
