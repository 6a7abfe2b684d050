package dev.quittance.stripe.connection;

import dev.quittance.stripe.gateway.StripeAccount;
import java.time.Instant;
import java.util.UUID;

/**
 * The Stripe account that an organisation uses, or used. Immutable and thread-safe.
 *
 * @param stripeAccount the account and its sealed key
 * @param accountName what the account's owner calls it
 * @param country ISO 3166 code, upper case
 * @param defaultCurrency ISO 4217 code, upper case
 * @param chargesEnabled whether Stripe lets it take payments, as of {@code checkedAt}
 * @param keyHint what may be shown of the key
 * @param state whether it works
 * @param stateReason why it does not; empty if it does
 * @param connectedBy the user's id
 * @param connectedAt when, UTC
 * @param checkedAt when the account was last read, UTC
 * @param webhooksOn whether Stripe tells us of events; if not, we look ourselves
 * @param version rises with each change
 */
public record Connection(
        StripeAccount stripeAccount,
        String accountName,
        String country,
        String defaultCurrency,
        boolean chargesEnabled,
        String keyHint,
        ConnectionState state,
        String stateReason,
        String connectedBy,
        Instant connectedAt,
        Instant checkedAt,
        boolean webhooksOn,
        long version) {
    /** The connection's id. */
    public UUID connectionId() {
        return stripeAccount.connectionId();
    }

    /** Whether a customer can be asked to pay through it now. */
    public boolean canCharge() {
        return state == ConnectionState.CONNECTED && chargesEnabled;
    }
}
