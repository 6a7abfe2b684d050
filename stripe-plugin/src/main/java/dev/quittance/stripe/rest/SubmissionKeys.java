package dev.quittance.stripe.rest;

import dev.quittance.api.host.Ids;
import dev.quittance.api.identity.Actor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/** The submission keys of programs' requests. */
final class SubmissionKeys {
    private static final int MAX_LENGTH = 255;

    private SubmissionKeys() {}

    /** A key of the caller's own, which no other user's key can be mistaken for; one that never comes again if there is none. */
    static String of(Optional<String> idempotencyKey, Actor actor, Ids ids) {
        if (idempotencyKey.isEmpty()) {
            return "rest-" + ids.next();
        }
        String key = idempotencyKey.get();
        if (key.isBlank() || key.length() > MAX_LENGTH || key.codePoints().anyMatch(Character::isISOControl)) {
            throw Problems.of(
                    400,
                    "bad_idempotency_key",
                    "The Idempotency-Key cannot be used.",
                    "It has 1 to " + MAX_LENGTH + " printable characters. Nothing was done.");
        }
        return "rest-" + digest(actor.userId() + "\n" + key);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
