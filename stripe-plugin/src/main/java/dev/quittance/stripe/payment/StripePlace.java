package dev.quittance.stripe.payment;

import dev.quittance.stripe.gateway.StripeAccount;
import java.util.UUID;

/**
 * Where at Stripe something is. Immutable.
 *
 * @param connectionId the connection whose key reads it
 * @param stripeAccountId {@code acct_…}
 * @param livemode whether real money moves
 */
public record StripePlace(UUID connectionId, String stripeAccountId, boolean livemode) {
    /** The place that an account is. */
    public static StripePlace of(StripeAccount account) {
        return new StripePlace(account.connectionId(), account.stripeAccountId(), account.livemode());
    }
}
