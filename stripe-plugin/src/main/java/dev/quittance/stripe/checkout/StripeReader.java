package dev.quittance.stripe.checkout;

import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.connection.Connection;
import dev.quittance.stripe.connection.Connections;
import dev.quittance.stripe.gateway.Outcome;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.gateway.StripeGateway;
import dev.quittance.stripe.payment.Attempt;
import dev.quittance.stripe.webhook.NotNow;
import dev.quittance.stripe.webhook.WebhookEvent;
import java.time.Duration;
import java.util.Optional;

/** Reads for events: by the key of the connection that the event's account belongs to. What cannot be read now is tried again. */
public final class StripeReader {
    private static final int NOT_FOUND = 404;
    private static final int UNAUTHORIZED = 401;

    /** The rate of an account is full again after this. */
    private static final Duration RATE = Duration.ofSeconds(2);

    /** A refused key is mended by a person. */
    private static final Duration KEY_TROUBLE = Duration.ofMinutes(10);

    private static final int TOO_MANY = 429;

    private final StripeGateway gateway;
    private final Connections connections;

    /** Reads with the keys of these connections. */
    public StripeReader(StripeGateway gateway, Connections connections) {
        this.gateway = gateway;
        this.connections = connections;
    }

    /**
     * The account to read with: the attempt's, if it is known, else the one in use.
     *
     * @throws NotNow if the rest of its rate is for customers now
     */
    public Optional<StripeAccount> findAccount(WebhookEvent event, Optional<Attempt> attempt) {
        OrgId org = event.org();
        Optional<StripeAccount> found = attempt.flatMap(
                        known -> connections.find(org, known.place().connectionId()))
                .or(() -> connections.findLive(org))
                .map(Connection::stripeAccount)
                .filter(account -> account.stripeAccountId().equals(event.stripeAccountId()));
        if (found.filter(account -> !gateway.hasSpare(account)).isPresent()) {
            throw new NotNow("the account is asked often enough now", RATE);
        }
        return found;
    }

    /**
     * The value, or empty if Stripe has no such object.
     *
     * @throws StripeNotReadable if nobody knows: the event is tried again
     */
    public <T> Optional<T> read(Outcome<T> outcome) {
        return outcome.fold(
                accepted -> Optional.of(accepted.value()),
                declined -> {
                    throw new StripeNotReadable(declined.code());
                },
                refused -> {
                    if (refused.status() == NOT_FOUND) {
                        return Optional.empty();
                    }
                    if (refused.status() == UNAUTHORIZED) {
                        throw new NotNow("Stripe refuses the key", KEY_TROUBLE);
                    }
                    throw new StripeNotReadable(refused.code());
                },
                unknown -> {
                    if (unknown.status() == TOO_MANY) {
                        throw new NotNow(unknown.reason(), RATE);
                    }
                    throw new StripeNotReadable(unknown.reason());
                });
    }
}
