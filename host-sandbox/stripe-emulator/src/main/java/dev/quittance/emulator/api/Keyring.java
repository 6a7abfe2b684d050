package dev.quittance.emulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Store;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which key opens which account, as the store says. Guarded by the local Stripe's lock. */
public final class Keyring {
    /** Where an account made by an earlier version keeps its keys: by them alone it is found. */
    private static final Map<String, ApiKey.Type> OF_ACCOUNT = Map.of(
            "_secret_key", ApiKey.Type.SECRET,
            "_restricted_key", ApiKey.Type.RESTRICTED,
            "_publishable_key", ApiKey.Type.PUBLISHABLE);

    private final Store store;

    public Keyring(Store store) {
        this.store = store;
    }

    /**
     * Checks that nobody has a key yet.
     *
     * @throws IllegalArgumentException if it opens another account already
     */
    public void requireUnused(String secretKey) {
        if (find(secretKey).isPresent()) {
            throw new IllegalArgumentException("This secret key opens another account already. Choose another one.");
        }
    }

    /** What a key opens. */
    public Optional<ApiKey> find(String key) {
        Optional<Doc> kept = store.find(Kind.API_KEY, key);
        return kept.isPresent() ? kept.map(Keyring::key) : ofOlderAccount(key);
    }

    private static ApiKey key(Doc doc) {
        ObjectNode kept = doc.read();
        return new ApiKey(
                doc.id(),
                doc.account(),
                doc.livemode(),
                ApiKey.Type.valueOf(kept.path("type").asText()),
                Json.textsOf(kept.path("permissions")));
    }

    private Optional<ApiKey> ofOlderAccount(String key) {
        return OF_ACCOUNT.entrySet().stream()
                .flatMap(entry -> store.listAll(Kind.ACCOUNT)
                        .filter(doc -> doc.hasFacet(entry.getKey(), key))
                        .map(doc -> new ApiKey(key, doc.id(), false, entry.getValue(), ApiKey.EVERYTHING)))
                .findFirst();
    }

    /**
     * Finds the caller by {@code Authorization}: Bearer, or Basic with the key as user name.
     *
     * @throws ApiError 401
     */
    ApiKey authenticate(Map<String, String> headers) {
        String sent = sent(headers)
                .orElseThrow(() -> ApiError.unauthorized(
                        null,
                        "You did not provide an API key. You need to provide your API key in the Authorization header, using"
                                + " Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY')."));
        Optional<ApiKey> key = find(sent);
        if (key.isEmpty() && (sent.startsWith("sk_live_") || sent.startsWith("rk_live_"))) {
            throw ApiError.unauthorized(
                    "livemode_mismatch",
                    "A live key that is not the local Stripe's own was sent to it. It was not kept. Nobody was"
                            + " charged; if the key left your network, roll it.");
        }
        return key.orElseThrow(() -> ApiError.unauthorized(null, "Invalid API Key provided: " + ApiKey.redacted(sent)));
    }

    /** The key that a call shows, whatever it opens. */
    public static Optional<String> sent(Map<String, String> headers) {
        String authorization = headers.getOrDefault("authorization", "");
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
}
