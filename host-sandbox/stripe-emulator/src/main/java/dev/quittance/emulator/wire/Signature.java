package dev.quittance.emulator.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs a delivery as Stripe does: HMAC-SHA256 over time, a dot, and the raw body. */
public final class Signature {
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /** The value of the header {@code Stripe-Signature}: one signature for each secret that is good. */
    public static String header(List<String> secrets, Instant at, byte[] body) {
        long seconds = at.getEpochSecond();
        StringBuilder header = new StringBuilder("t=").append(seconds);
        for (String secret : secrets) {
            header.append(",v1=").append(HexFormat.of().formatHex(hmac(secret, seconds + ".", body)));
        }
        return header.toString();
    }

    /** A digest that tells nothing without the secret. */
    public static String digest(String secret, String text) {
        return HexFormat.of().formatHex(hmac(secret, text, new byte[0]));
    }

    private static byte[] hmac(String secret, String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}
