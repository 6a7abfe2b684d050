package dev.quittance.stripe.checkout;

import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.connection.Connection;
import dev.quittance.stripe.connection.Connections;
import dev.quittance.stripe.gateway.Outcome;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.payment.Attempt;
import dev.quittance.stripe.webhook.WebhookEvent;
import java.util.Optional;

/** Reads for events: by the key of the connection that the event's account belongs to. What cannot be read now is tried again. */
final class StripeReader {
    private static final int NOT_FOUND = 404;

    private final Connections connections;

    StripeReader(Connections connections) {
        this.connections = connections;
    }

    /** The account to read with: the attempt's, if it is known, else the one in use. */
    Optional<StripeAccount> findAccount(WebhookEvent event, Optional<Attempt> attempt) {
        OrgId org = event.org();
        return attempt.flatMap(known -> connections.find(org, known.place().connectionId()))
                .or(() -> connections.findLive(org))
                .map(Connection::stripeAccount)
                .filter(account -> account.stripeAccountId().equals(event.stripeAccountId()));
    }

    /**
     * The value, or empty if Stripe has no such object.
     *
     * @throws StripeNotReadable if nobody knows: the event is tried again
     */
    <T> Optional<T> read(Outcome<T> outcome) {
        return outcome.fold(
                accepted -> Optional.of(accepted.value()),
                declined -> {
                    throw new StripeNotReadable(declined.code());
                },
                refused -> {
                    if (refused.status() == NOT_FOUND) {
                        return Optional.empty();
                    }
                    throw new StripeNotReadable(refused.code());
                },
                unknown -> {
                    throw new StripeNotReadable(unknown.reason());
                });
    }
}
