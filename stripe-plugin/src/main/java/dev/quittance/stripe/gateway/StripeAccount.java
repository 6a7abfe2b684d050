package dev.quittance.stripe.gateway;

import dev.quittance.api.host.Bearer;
import dev.quittance.api.identity.OrgId;
import java.util.Objects;
import java.util.UUID;

/**
 * Whose Stripe account a call is for, and the sealed key that opens it. Immutable and thread-safe.
 *
 * @param org the organisation
 * @param connectionId the connection whose key it is
 * @param stripeAccountId {@code acct_…}
 * @param livemode whether real money moves
 * @param key the sealed key; only the host opens it
 */
public record StripeAccount(OrgId org, UUID connectionId, String stripeAccountId, boolean livemode, Bearer key) {
    /** Refuses null. */
    public StripeAccount {
        Objects.requireNonNull(org, "org");
        Objects.requireNonNull(connectionId, "connectionId");
        Objects.requireNonNull(stripeAccountId, "stripeAccountId");
        Objects.requireNonNull(key, "key");
    }
}
