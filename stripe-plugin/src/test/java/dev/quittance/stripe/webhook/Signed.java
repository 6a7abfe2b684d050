package dev.quittance.stripe.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Stripe does, by its description, apart from the code that checks. */
final class Signed {
    static final String SECRET = "whsec_of_the_endpoint";
    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private Signed() {}

    static String header(byte[] body) {
        return header(body, SECRET, NOW);
    }

    static String header(byte[] body, String secret, Instant at) {
        return "t=" + at.getEpochSecond() + ",v1=" + signature(body, secret, at);
    }

    static String signature(byte[] body, String secret, Instant at) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update(Long.toString(at.getEpochSecond()).getBytes(StandardCharsets.UTF_8));
            mac.update((byte) '.');
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
