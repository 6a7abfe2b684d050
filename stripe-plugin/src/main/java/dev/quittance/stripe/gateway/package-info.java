/**
 * Stripe, and nothing of Stripe's library beyond this package: reads come back as small records, every answer as an
 * {@link dev.quittance.stripe.gateway.Outcome}. Depends on the plugin API and on {@code storage}, for the guard that no call
 * happens inside a transaction. Start at {@link dev.quittance.stripe.gateway.StripeGateway}.
 */
@NullMarked
package dev.quittance.stripe.gateway;

import org.jspecify.annotations.NullMarked;
