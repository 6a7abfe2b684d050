/**
 * Payments, the attempts behind them, and the one place where a reading from Stripe moves anything:
 * {@link dev.quittance.stripe.payment.Payments}. Knows requests, the ledger and the outbox; calls nobody. Start there.
 */
@NullMarked
package dev.quittance.stripe.payment;

import org.jspecify.annotations.NullMarked;
