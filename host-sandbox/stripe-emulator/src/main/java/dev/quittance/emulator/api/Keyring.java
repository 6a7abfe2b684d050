package dev.quittance.emulator.api;

import dev.quittance.emulator.wire.ApiError;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which key opens which account. Guarded by the local Stripe's lock. */
public final class Keyring {
    /**
     * Who calls.
     *
     * @param restricted whether the key is a restricted one; each has every permission as yet
     */
    record Caller(String account, boolean restricted) {
        boolean may(String permission) {
            // The one place where a restricted key's permissions will be looked up.
            return !permission.isEmpty();
        }
    }

    private final Map<String, AccountKeys> accounts = new LinkedHashMap<>();
    private final Map<String, Caller> callers = new HashMap<>();

    /**
     * Takes a new account's keys.
     *
     * @throws IllegalArgumentException if the secret key opens another account already
     */
    public void add(AccountKeys keys) {
        requireUnused(keys.secretKey());
        accounts.put(keys.account(), keys);
        callers.put(keys.secretKey(), new Caller(keys.account(), false));
        callers.put(keys.restrictedKey(), new Caller(keys.account(), true));
    }

    public void requireUnused(String secretKey) {
        if (callers.containsKey(secretKey)) {
            throw new IllegalArgumentException("This secret key opens another account already. Choose another one.");
        }
    }

    public List<AccountKeys> accounts() {
        return List.copyOf(accounts.values());
    }

    /**
     * Finds the caller by {@code Authorization}: Bearer, or Basic with the key as user name.
     *
     * @throws ApiError 401
     */
    Caller authenticate(Map<String, String> headers) {
        String key = key(headers.getOrDefault("authorization", ""))
                .orElseThrow(() -> ApiError.unauthorized(
                        null,
                        "You did not provide an API key. You need to provide your API key in the Authorization header, using"
                                + " Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY')."));
        if (key.startsWith("sk_live_") || key.startsWith("rk_live_")) {
            throw ApiError.unauthorized(
                    "livemode_mismatch",
                    "A live key was sent to the local Stripe, which takes test keys only. It was not kept. Nobody was"
                            + " charged; if the key left your network, roll it.");
        }
        if (key.startsWith("pk_")) {
            throw ApiError.unauthorized(
                    "secret_key_required",
                    "This API call cannot be made with a publishable API key. Please use a secret API key.");
        }
        Caller caller = callers.get(key);
        if (caller == null) {
            throw ApiError.unauthorized(null, "Invalid API Key provided: " + redacted(key));
        }
        return caller;
    }

    private static Optional<String> key(String authorization) {
        int blank = authorization.indexOf(' ');
        if (blank < 0) {
            return Optional.empty();
        }
        String scheme = authorization.substring(0, blank).toLowerCase(Locale.ROOT);
        String credentials = authorization.substring(blank + 1).trim();
        if (scheme.equals("basic")) {
            credentials = userName(credentials);
        } else if (!scheme.equals("bearer")) {
            return Optional.empty();
        }
        return credentials.isEmpty() ? Optional.empty() : Optional.of(credentials);
    }

    private static String userName(String basic) {
        try {
            String pair = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? pair : pair.substring(0, colon);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Enough to recognise a key by, too little to use it. */
    private static String redacted(String key) {
        int shown = Math.min(4, key.length() / 4);
        String head = key.startsWith("sk_test_") || key.startsWith("rk_test_") ? key.substring(0, 8) : "";
        return head + "****" + key.substring(key.length() - shown);
    }
}
