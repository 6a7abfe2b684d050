package dev.quittance.emulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Store;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Json;
import dev.quittance.emulator.wire.Signature;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * The first answer to each idempotency key, kept for a day. Calls are carried out one at a time; a key can be in use only
 * by a call that is kept waiting: see {@link KeysInUse}.
 */
final class Idempotency {
    static final String HEADER = "idempotency-key";
    private static final int MAX_KEY = 255;
    private static final Duration KEPT = Duration.ofHours(24);

    /** A call's key, and what was asked with it. */
    record Use(String id, String key, String path, String fingerprint) {}

    private Idempotency() {}

    /**
     * The use of a key; nothing where there is none, or where the method needs none.
     *
     * @throws ApiError 400 if the key is too long
     */
    static Optional<Use> of(Call call, String partition, String fingerprint) {
        String key = call.headers().get(HEADER);
        if (key == null || key.isEmpty() || !call.method().equals("POST")) {
            return Optional.empty();
        }
        if (key.length() > MAX_KEY) {
            throw ApiError.refused(null, "Idempotency keys can be at most " + MAX_KEY + " characters.");
        }
        return Optional.of(
                new Use(partition + "|" + key, key, call.path(), Signature.digest("parameters", fingerprint)));
    }

    /**
     * The first answer, if the key was used before.
     *
     * @throws ApiError 400 {@code idempotency_error} if it was used for something else
     */
    static Optional<Answer> replay(Store store, Use use, Instant now) {
        Optional<Doc> found = store.find(Kind.IDEMPOTENCY, use.id()).filter(doc -> !isForgotten(doc, now));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode first = found.get().read();
        if (!first.path("path").asText().equals(use.path())) {
            throw ApiError.idempotency(
                    "Keys for idempotent requests can only be used for the same endpoint they were first"
                            + " used for ('" + use.path() + "' vs '"
                            + first.path("path").asText()
                            + "'). Try using a key other than '" + use.key()
                            + "' if you meant to execute a different request.");
        }
        if (!first.path("fingerprint").asText().equals(use.fingerprint())) {
            throw ApiError.idempotency(
                    "Keys for idempotent requests can only be used with the same parameters they were"
                            + " first used with. Try using a key other than '" + use.key()
                            + "' if you meant to execute a different request.");
        }
        return Optional.of(new Answer(
                first.path("status").asInt(),
                Map.of(
                        "Idempotent-Replayed",
                        "true",
                        "Original-Request",
                        first.path("request").asText()),
                first.path("body").asText().getBytes(StandardCharsets.UTF_8)));
    }

    /** Keeps the first answer, in the same change as what the call did; and forgets the keys of yesterday. */
    static void keep(Turn turn, Use use, int status, byte[] body) {
        Iterator<Doc> oldest = turn.listOldestFirst(Kind.IDEMPOTENCY).iterator();
        while (oldest.hasNext()) {
            Doc doc = oldest.next();
            if (!isForgotten(doc, turn.now())) {
                break;
            }
            turn.drop(Kind.IDEMPOTENCY, doc.id());
        }
        ObjectNode kept = Json.object();
        kept.put("id", use.id());
        kept.put("created", turn.nowSeconds());
        kept.put("path", use.path());
        kept.put("fingerprint", use.fingerprint());
        kept.put("request", turn.cause().requestId().orElse(""));
        kept.put("status", status);
        kept.put("body", new String(body, StandardCharsets.UTF_8));
        turn.put(Kind.IDEMPOTENCY, kept);
    }

    private static boolean isForgotten(Doc doc, Instant now) {
        return doc.createdSeconds() + KEPT.toSeconds() <= now.getEpochSecond();
    }
}
