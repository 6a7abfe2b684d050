package dev.quittance.emulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.Json;
import java.util.Map;

/**
 * What a key opens: one account in one mode.
 *
 * @param key the key itself
 * @param permissions for each resource {@code none}, {@code read} or {@code write}; {@link #ANY} stands for the rest
 */
public record ApiKey(String key, String account, boolean livemode, Type type, Map<String, String> permissions) {
    /** Every resource that is not named. */
    public static final String ANY = "*";

    public static final String READ = "read";
    public static final String WRITE = "write";
    public static final String NONE = "none";

    /** What everybody but a restricted key may. */
    public static final Map<String, String> EVERYTHING = Map.of(ANY, WRITE);

    /** The three kinds of keys. A token of OAuth is a secret key of the connected account, with its own scope. */
    public enum Type {
        SECRET,
        RESTRICTED,
        PUBLISHABLE
    }

    /** Copies. */
    public ApiKey {
        permissions = Map.copyOf(permissions);
    }

    /** Keeps a key for the turn's account and mode. */
    public static void keep(Turn turn, String key, Type type, Map<String, String> permissions) {
        ObjectNode kept = Json.object();
        kept.put("id", key);
        kept.put("created", turn.nowSeconds());
        kept.put("type", type.name());
        kept.set("permissions", Json.texts(permissions));
        turn.put(Kind.API_KEY, kept);
    }

    /** Whether it may do something of the level {@link #READ} or {@link #WRITE}; who may write may read. */
    boolean may(String resource, String level) {
        String granted = permissions.getOrDefault(resource, permissions.getOrDefault(ANY, NONE));
        return granted.equals(WRITE) || granted.equals(level);
    }

    /** Enough to recognise a key by, too little to use it. */
    static String redacted(String key) {
        int shown = Math.min(4, key.length() / 4);
        String head = key.matches("(sk|rk|pk)_(test|live)_.*") ? key.substring(0, 8) : "";
        return head + "****" + key.substring(key.length() - shown);
    }
}
