/**
 * Payment requests: who is asked for how much, for which record, by which link. May use storage, connection, ledger and outbox;
 * knows nothing of payments. Requesting calls nobody at Stripe. Start at {@link dev.quittance.stripe.request.Requests}.
 */
@NullMarked
package dev.quittance.stripe.request;

import org.jspecify.annotations.NullMarked;
