package dev.quittance.platform.screen;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** Names each showing of a form, unguessably. Thread-safe. */
public final class SubmissionKeys implements Supplier<String> {
    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    @Override
    public String get() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
