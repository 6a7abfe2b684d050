package dev.quittance.stripe.operation;

import dev.quittance.stripe.gateway.Outcome;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.gateway.StripeGateway;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Finds out by reading whether a call that got no answer made its hosted session or its refund. */
final class RecentLookup {
    private static final String SESSIONS = "/v1/checkout/sessions";
    private static final String REFUNDS = "/v1/refunds";

    /** Stripe's clock and ours may differ; five minutes is far more than either strays. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final StripeGateway gateway;

    RecentLookup(StripeGateway gateway) {
        this.gateway = gateway;
    }

    boolean canFind(Operation operation) {
        return operation.path().equals(SESSIONS) || operation.path().equals(REFUNDS);
    }

    /** The object's JSON if it is there, an empty text if for certain it is not; anything else if nobody can tell now. */
    Outcome<Optional<String>> find(StripeAccount account, Operation operation, Instant firstSentAt) {
        Instant from = firstSentAt.minus(CLOCK_SKEW);
        return operation.path().equals(REFUNDS)
                ? find(account, operation, gateway.recentRefunds(account, from), r -> new Found(r.id(), r.metadata()))
                : find(account, operation, gateway.recentSessions(account, from), s -> new Found(s.id(), s.metadata()));
    }

    private record Found(String id, Map<String, String> metadata) {}

    private <T> Outcome<Optional<String>> find(
            StripeAccount account, Operation operation, Outcome<List<T>> recent, Function<T, Found> view) {
        return recent.fold(
                a -> json(account, operation, a, view),
                d -> recent.map(x -> Optional.empty()),
                r -> recent.map(x -> Optional.empty()),
                u -> recent.map(x -> Optional.empty()));
    }

    private <T> Outcome<Optional<String>> json(
            StripeAccount account, Operation operation, Outcome.Accepted<List<T>> recent, Function<T, Found> view) {
        String wanted = operation.operationId().toString();
        for (T one : recent.value()) {
            Found found = view.apply(one);
            if (wanted.equals(found.metadata().get("q_operation"))) {
                return gateway.json(account, operation.path() + "/" + found.id())
                        .map(Optional::of);
            }
        }
        return new Outcome.Accepted<>(Optional.empty(), recent.requestId());
    }
}
