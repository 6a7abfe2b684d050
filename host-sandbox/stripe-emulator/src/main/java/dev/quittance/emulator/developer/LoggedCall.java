package dev.quittance.emulator.developer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/**
 * One call on the API, as it is shown to developers.
 *
 * @param id the request's id
 * @param parameters by name, without anything of a card or bank account
 * @param key enough of the API key to know it again
 * @param account whose call it was; empty if the key opens nothing
 * @param millis how long it took by the local Stripe's clock, with what a fault made it wait
 * @param answer the body; not copied
 */
public record LoggedCall(
        String id,
        Instant at,
        String method,
        String path,
        Map<String, String> parameters,
        String key,
        String account,
        String idempotencyKey,
        int status,
        long millis,
        byte[] answer) {

    /** Without the answer's body. */
    ObjectNode toJson() {
        ObjectNode node = Json.object();
        node.put("id", id);
        node.put("at", at.toString());
        node.put("method", method);
        node.put("path", path);
        node.set("parameters", Json.texts(parameters));
        node.put("key", key);
        node.put("account", account);
        node.put("idempotency_key", idempotencyKey);
        node.put("status", status);
        node.put("millis", millis);
        return node;
    }

    String answerText() {
        return new String(answer, StandardCharsets.UTF_8);
    }
}
