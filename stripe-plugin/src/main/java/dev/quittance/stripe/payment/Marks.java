package dev.quittance.stripe.payment;

import dev.quittance.api.PluginContext;
import dev.quittance.stripe.request.PaymentRequest;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** What Stripe keeps for us with a session and its intent, so that we know our own again. Thread-safe. */
public final class Marks {
    static final String INSTALLATION = "q_installation";
    static final String ORG = "q_org";
    static final String REQUEST = "q_request";
    static final String ATTEMPT = "q_attempt";
    static final String OPERATION = "q_operation";

    private final String installationId;

    /** The marks of this installation. */
    public Marks(PluginContext context) {
        this.installationId = context.plugin().installationId();
    }

    /** The marks for an attempt's session. */
    public SortedMap<String, String> of(PaymentRequest request, UUID attemptId, UUID operationId) {
        SortedMap<String, String> marks = new TreeMap<>();
        marks.put(INSTALLATION, installationId);
        marks.put(ORG, request.org().value());
        marks.put(REQUEST, request.requestId().toString());
        marks.put(ATTEMPT, attemptId.toString());
        marks.put(OPERATION, operationId.toString());
        return marks;
    }

    /** Whether it was made by this installation; anything else at the same account is none of our business. */
    public boolean areOurs(Map<String, String> metadata) {
        return installationId.equals(metadata.get(INSTALLATION));
    }

    /** The attempt that it names, if it names one. */
    public Optional<UUID> findAttempt(Map<String, String> metadata) {
        String value = metadata.getOrDefault(ATTEMPT, "");
        try {
            return Optional.of(UUID.fromString(value))
                    .filter(id -> id.toString().equals(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
