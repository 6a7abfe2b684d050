package dev.quittance.emulator.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An endpoint's signing secrets: the present one, and for a while after a roll the one before. */
public final class Secrets {
    /** A rolled secret is good for at most so long. */
    public static final Duration LONGEST_OVERLAP = Duration.ofHours(24);

    private static final String PRESENT = "_secret";
    private static final String ROLLED = "_rolled";

    private Secrets() {}

    static String first(Turn turn, ObjectNode endpoint) {
        String secret = turn.ids().secret("whsec_");
        endpoint.put(PRESENT, secret);
        return secret;
    }

    /**
     * Makes a new secret; until the overlap is over, deliveries are signed with the old one too. Not idempotent.
     *
     * @param overlap from nothing to {@link #LONGEST_OVERLAP}
     * @return the endpoint with its new {@code secret}, which is shown this once
     * @throws ApiError 404 if there is no such endpoint, 400 if the overlap is too long
     */
    public static ObjectNode roll(Turn turn, String endpointId, Duration overlap) {
        if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
            throw ApiError.invalid("overlap", "The old secret can be kept for 0 to 24 hours.");
        }
        ObjectNode endpoint = turn.require(Kind.WEBHOOK_ENDPOINT, endpointId, "webhook_endpoint");
        endpoint.withArray(ROLLED)
                .addObject()
                .put("secret", endpoint.path(PRESENT).asText())
                .put("until", turn.now().plus(overlap).toEpochMilli());
        String secret = first(turn, endpoint);
        turn.put(Kind.WEBHOOK_ENDPOINT, endpoint);
        endpoint.put("secret", secret);
        return endpoint;
    }

    /** Those to sign with at a moment, the present one first. */
    public static List<String> goodAt(ObjectNode endpoint, Instant now) {
        List<String> secrets = new ArrayList<>();
        secrets.add(endpoint.path(PRESENT).asText());
        for (JsonNode rolled : endpoint.path(ROLLED)) {
            if (rolled.path("until").asLong() > now.toEpochMilli()) {
                secrets.add(rolled.path("secret").asText());
            }
        }
        return secrets;
    }
}
