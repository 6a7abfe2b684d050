package dev.quittance.platform.rest;

import dev.quittance.api.identity.Actor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Which call it is: the user's own key for one method and path, and what exactly was asked. Immutable and thread-safe.
 *
 * @param org whose
 * @param user who calls
 * @param callHash of method, path and key
 * @param requestHash of query and body
 */
record CallName(String org, String user, String callHash, String requestHash) {

    static CallName of(Actor actor, String key, RestApplication.Call call) {
        String query =
                call.address().getRawQuery() == null ? "" : call.address().getRawQuery();
        return new CallName(
                actor.org().value(),
                actor.userId(),
                hash(bytes(call.method() + "\n" + call.address().getRawPath() + "\n" + key)),
                hash(bytes(query + "\n"), call.body()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hash(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
