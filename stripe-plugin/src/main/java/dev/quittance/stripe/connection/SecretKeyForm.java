package dev.quittance.stripe.connection;

import dev.quittance.api.ErrorCode;
import dev.quittance.api.ErrorType;
import dev.quittance.api.ui.Text;
import dev.quittance.stripe.connection.ConnectResult.NotConnected;
import java.util.Optional;
import java.util.regex.Pattern;

/** What people paste where a secret key belongs, told apart by how it begins. */
final class SecretKeyForm {
    /** Stripe's keys are some 107 characters; it reserves the right to make them longer. */
    private static final Pattern TEST_KEY = Pattern.compile("(sk|rk)_test_[A-Za-z0-9_]{8,240}");

    private static final int LAST_SHOWN = 4;

    private SecretKeyForm() {}

    /** What is wrong with it; empty if it looks like a secret or restricted test key. */
    static Optional<NotConnected> fault(String key) {
        if (key.isEmpty()) {
            return fault(
                    "key_missing",
                    Text.of("settings.error.key_missing", "Paste the secret key of your Stripe account."));
        }
        if (key.startsWith("pk_")) {
            return fault(
                    "key_publishable",
                    Text.of(
                            "settings.error.key_publishable",
                            "This is the publishable key. Paste the secret key: it starts with sk_test_ or rk_test_."));
        }
        if (key.startsWith("whsec_")) {
            return fault(
                    "key_webhook_secret",
                    Text.of(
                            "settings.error.key_webhook_secret",
                            "This is a webhook signing secret. Paste the secret key: it starts with sk_test_ or rk_test_."));
        }
        if (key.startsWith("sk_live_") || key.startsWith("rk_live_")) {
            return fault(
                    "key_live",
                    Text.of(
                            "settings.error.key_live",
                            "This is a live key, and only test keys are taken so far. Nothing was stored. If others could see the "
                                    + "key just now, roll it in Stripe."));
        }
        if (!TEST_KEY.matcher(key).matches()) {
            return fault(
                    "key_malformed",
                    Text.of(
                            "settings.error.key_malformed",
                            "This is not a secret key of Stripe. It starts with sk_test_ or rk_test_ and has no spaces: copy it again."));
        }
        return Optional.empty();
    }

    /** What may be shown of a key: how it begins and its last four characters. */
    static String hint(String key) {
        return key.substring(0, key.indexOf("_test_") + "_test_".length()) + "…"
                + key.substring(key.length() - LAST_SHOWN);
    }

    static NotConnected notConnected(String code, ErrorType type, Text reason) {
        return new NotConnected(new ErrorCode(code, type), reason);
    }

    private static Optional<NotConnected> fault(String code, Text reason) {
        return Optional.of(notConnected(code, ErrorType.USER, reason));
    }
}
