package dev.quittance.stripe.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks Stripe's signature over the raw bytes. Only scheme {@code v1}; constant time; whatever the header holds, the answer is
 * yes or no. Source: Stripe's "Verify webhook signatures manually", which names the scheme and the five minutes.
 */
final class SignatureVerifier {
    /** Older ones may be a recording. */
    private static final Duration OLDEST = Duration.ofSeconds(300);

    /** Stripe signs as it sends: a signature from the future is not Stripe's, beyond what clocks differ. */
    private static final Duration YOUNGEST = Duration.ofSeconds(60);

    /** Stripe sends some 100 to 200 characters; more is an attempt to keep us busy. */
    private static final int MAX_HEADER = 4096;

    /** Stripe sends one for each secret in use, two while one is rolled, each beside a {@code v0} in test mode. */
    private static final int MAX_SIGNATURES = 8;

    /** Seconds until far beyond any clock, and short enough never to overflow. */
    private static final int MAX_TIME_DIGITS = 12;

    private static final int HEX_OF_SHA_256 = 64;

    private record Header(long seconds, List<byte[]> signatures) {}

    /** Whether one of the secrets signed these bytes, lately. */
    boolean isAuthentic(String header, byte[] body, List<String> secrets, Instant now) {
        Optional<Header> parsed = parse(header);
        if (parsed.isEmpty()) {
            return false;
        }
        long age = now.getEpochSecond() - parsed.get().seconds();
        if (age > OLDEST.toSeconds() || age < -YOUNGEST.toSeconds()) {
            return false;
        }
        boolean authentic = false;
        for (String secret : secrets) {
            byte[] expected = expected(secret, parsed.get().seconds(), body);
            for (byte[] signature : parsed.get().signatures()) {
                authentic |= MessageDigest.isEqual(expected, signature);
            }
        }
        return authentic;
    }

    private static Optional<Header> parse(String header) {
        if (header.length() > MAX_HEADER) {
            return Optional.empty();
        }
        Optional<Long> seconds = Optional.empty();
        List<byte[]> signatures = new ArrayList<>();
        int schemes = 0;
        for (String item : header.split(",", -1)) {
            int equals = item.indexOf('=');
            if (equals < 0) {
                return Optional.empty();
            }
            String name = item.substring(0, equals).strip();
            String value = item.substring(equals + 1).strip();
            if (name.equals("t")) {
                if (seconds.isPresent() || !isTime(value)) {
                    return Optional.empty();
                }
                seconds = Optional.of(Long.parseLong(value));
            } else if (++schemes > MAX_SIGNATURES) {
                return Optional.empty();
            } else if (name.equals("v1") && isHex(value)) {
                signatures.add(HexFormat.of().parseHex(value));
            }
        }
        return signatures.isEmpty() ? Optional.empty() : seconds.map(time -> new Header(time, List.copyOf(signatures)));
    }

    private static boolean isTime(String value) {
        return !value.isEmpty()
                && value.length() <= MAX_TIME_DIGITS
                && value.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isHex(String value) {
        return value.length() == HEX_OF_SHA_256
                && value.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    private static byte[] expected(String secret, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no HMAC with SHA-256 in this Java", e);
        }
    }
}
