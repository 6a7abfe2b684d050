package dev.quittance.crm.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A key of Stripe's in a file. It is read when it is needed and kept nowhere. */
final class StripeKey {
    private static final String SHAPE = "(sk|rk)_test_[A-Za-z0-9_]+";

    private StripeKey() {}

    /** Refuses a file that holds anything but a test key; live money does not belong into a sandbox. */
    static void check(UpSettings settings) {
        settings.stripeKeyFile().ifPresent(StripeKey::read);
    }

    static String read(Path file) {
        String key;
        try {
            key = Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new WrongUsageException("the file with Stripe's key cannot be read: " + file);
        }
        if (key.startsWith("sk_live_") || key.startsWith("rk_live_")) {
            throw new WrongUsageException(
                    "that is a live key: the sandbox takes test keys only (sk_test_…, rk_test_…)");
        }
        if (!key.matches(SHAPE)) {
            throw new WrongUsageException("the file holds no test key (sk_test_…, rk_test_…)");
        }
        return key;
    }
}
