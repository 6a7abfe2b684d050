package dev.quittance.emulator.connect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.ApiKey;
import dev.quittance.emulator.api.Keyring;
import dev.quittance.emulator.api.Permission;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Store;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an account's owner does in Stripe's dashboard: restricted keys and applications. */
final class OwnersDesk {
    private static final List<String> LEVELS = List.of(ApiKey.NONE, ApiKey.READ, ApiKey.WRITE);

    private OwnersDesk() {}

    /**
     * Makes a restricted key of the turn's account.
     *
     * @throws ApiError 400 for a permission that there is not
     */
    static ObjectNode makeKey(Turn turn, Form form) {
        Map<String, String> permissions = form.map("permissions");
        Set<String> resources = Permission.resources();
        permissions.forEach((resource, level) -> {
            String name = "permissions[" + resource + "]";
            if (!resource.equals(ApiKey.ANY) && !resources.contains(resource)) {
                throw ApiError.invalid(name, "There is no such permission. There are: " + String.join(", ", resources));
            }
            if (!LEVELS.contains(level)) {
                throw ApiError.invalid(name, "A permission is none, read or write.");
            }
        });
        String key = turn.ids().key(turn.livemode() ? "rk_live_" : "rk_test_");
        ApiKey.keep(turn, key, ApiKey.Type.RESTRICTED, permissions);
        return shown(new ApiKey(key, turn.account(), turn.livemode(), ApiKey.Type.RESTRICTED, permissions));
    }

    private static ObjectNode shown(ApiKey key) {
        ObjectNode shown = Json.object();
        shown.put("object", "local.key");
        shown.put("key", key.key());
        shown.put("account", key.account());
        shown.put("livemode", key.livemode());
        shown.put("type", key.type().name().toLowerCase(java.util.Locale.ROOT));
        ObjectNode permissions = shown.putObject("permissions");
        new java.util.TreeMap<>(key.permissions()).forEach(permissions::put);
        return shown;
    }

    /** Every key of every account, oldest first. */
    static ObjectNode keys(Store store, Keyring keyring) {
        ArrayNode data = Json.array();
        store.listAll(Kind.API_KEY)
                .map(Doc::id)
                .flatMap(key -> keyring.find(key).stream())
                .forEach(key -> data.add(shown(key)));
        ObjectNode list = Json.object();
        list.put("object", "list");
        list.set("data", data);
        return list;
    }

    /** Registers where the turn's account, as a platform, has people sent back to. */
    static ObjectNode register(Turn turn, Form form) {
        ObjectNode application = Applications.register(turn, form.texts(Applications.REDIRECT_URIS));
        ObjectNode shown = Json.object();
        shown.put("object", "local.application");
        shown.set("client_id", application.path("id"));
        shown.put("account", turn.account());
        shown.put("livemode", turn.livemode());
        shown.set("name", application.path("name"));
        shown.set(Applications.REDIRECT_URIS, application.path("_" + Applications.REDIRECT_URIS));
        return shown;
    }
}
