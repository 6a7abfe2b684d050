package dev.quittance.stripe.operation;

import dev.quittance.stripe.gateway.Outcome;
import dev.quittance.stripe.gateway.SessionReading;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.gateway.StripeGateway;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds out by reading whether a hosted session was made by a call that got no answer. */
final class SessionLookup {
    private static final String PATH = "/v1/checkout/sessions";

    /** Stripe's clock and ours may differ; five minutes is far more than either strays. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final StripeGateway gateway;

    SessionLookup(StripeGateway gateway) {
        this.gateway = gateway;
    }

    boolean canFind(Operation operation) {
        return operation.path().equals(PATH);
    }

    /** The session's JSON if it is there, an empty text if for certain it is not; anything else if nobody can tell now. */
    Outcome<Optional<String>> find(StripeAccount account, Operation operation, Instant firstSentAt) {
        Outcome<List<SessionReading>> recent = gateway.recentSessions(account, firstSentAt.minus(CLOCK_SKEW));
        return recent.fold(
                a -> json(account, operation, a),
                d -> recent.map(x -> Optional.empty()),
                r -> recent.map(x -> Optional.empty()),
                u -> recent.map(x -> Optional.empty()));
    }

    private Outcome<Optional<String>> json(
            StripeAccount account, Operation operation, Outcome.Accepted<List<SessionReading>> recent) {
        String wanted = operation.operationId().toString();
        for (SessionReading session : recent.value()) {
            if (wanted.equals(session.metadata().get("q_operation"))) {
                return gateway.json(account, PATH + "/" + session.id()).map(Optional::of);
            }
        }
        return new Outcome.Accepted<>(Optional.empty(), recent.requestId());
    }
}
