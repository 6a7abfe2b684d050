package dev.quittance.stripe.payment;

import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.installation.Installations;
import dev.quittance.stripe.request.PaymentRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;

/** What Stripe keeps for us with a session and its intent, so that we know our own again. Thread-safe. */
public final class Marks {
    static final String INSTALLATION = "q_installation";
    static final String ORG = "q_org";
    static final String REQUEST = "q_request";
    static final String ATTEMPT = "q_attempt";
    static final String OPERATION = "q_operation";

    private final Installations installations;

    /** The marks of this installation. */
    public Marks(Installations installations) {
        this.installations = installations;
    }

    /** The marks for an attempt's session; in the caller's transaction. */
    public SortedMap<String, String> of(DSLContext tx, PaymentRequest request, UUID attemptId, UUID operationId) {
        SortedMap<String, String> marks = new TreeMap<>();
        marks.put(INSTALLATION, installations.nameOf(tx, request.org()));
        marks.put(ORG, request.org().value());
        marks.put(REQUEST, request.requestId().toString());
        marks.put(ATTEMPT, attemptId.toString());
        marks.put(OPERATION, operationId.toString());
        return marks;
    }

    /**
     * Whether it was made by this installation; anything else at the same account is none of our business. Never inside a transaction.
     */
    public boolean areOurs(OrgId org, Map<String, String> metadata) {
        return installations.isOurs(org, metadata.getOrDefault(INSTALLATION, ""));
    }

    /** Whether it was made by this installation; in the caller's transaction. */
    public boolean areOurs(DSLContext tx, OrgId org, Map<String, String> metadata) {
        return installations.isOurs(tx, org, metadata.getOrDefault(INSTALLATION, ""));
    }

    /**
     * What bears our marks names an attempt that is not here: money is held until somebody has said why. In the caller's transaction; safe
     * to repeat.
     *
     * @param madeAt when Stripe made it, UTC
     */
    public void lost(DSLContext tx, OrgId org, Map<String, String> metadata, Instant madeAt) {
        boolean isForUs = org.value().equals(metadata.getOrDefault(ORG, ""));
        findAttempt(metadata)
                .filter(id -> isForUs)
                .ifPresent(id -> installations.lost(tx, org, "attempt/" + id, madeAt));
    }

    /** The same for a refund of ours, by our id of it. */
    public void lostRefund(DSLContext tx, OrgId org, UUID refundId, Instant madeAt) {
        installations.lost(tx, org, "refund/" + refundId, madeAt);
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
