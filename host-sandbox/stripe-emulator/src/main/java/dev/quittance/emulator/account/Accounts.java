package dev.quittance.emulator.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.AccountKeys;
import dev.quittance.emulator.api.ApiKey;
import dev.quittance.emulator.api.Expansions;
import dev.quittance.emulator.api.Feature;
import dev.quittance.emulator.api.Route;
import dev.quittance.emulator.store.Blank;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ParamRules;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Accounts: made by the local Stripe's owner, read over the API. */
public final class Accounts {
    private static final String SECRET_KEY = "_secret_key";
    private static final String RESTRICTED_KEY = "_restricted_key";
    private static final String PUBLISHABLE_KEY = "_publishable_key";
    /** Its own; which currencies are changed, and at which rate. */
    public static final String EXCHANGE_RATES = "_exchange";

    private static final String LIVE_KEYS = "_live_keys";

    private Accounts() {}

    /** What this brings along. */
    public static Feature feature() {
        return Feature.of(routes());
    }

    private static List<Route> routes() {
        Expansions.Shape plain = Expansions.Shape.plain();
        return List.of(Route.get(
                "account", ParamRules.none(), plain, request -> turn -> turn.get(Kind.ACCOUNT, turn.account())));
    }

    /** Ready to charge from the start: country, currency and name as given. */
    public static ObjectNode make(Turn turn, AccountSpec spec) {
        ObjectNode account = Blank.of("account");
        account.put("id", turn.account());
        account.put("created", turn.nowSeconds());
        account.put("country", spec.country());
        account.put("default_currency", spec.defaultCurrency());
        account.put("email", "owner@" + hostName(spec.name()) + ".example");
        ((ObjectNode) account.path("business_profile")).put("name", spec.name());
        ((ObjectNode) account.path("settings").path("dashboard")).put("display_name", spec.name());
        account.put(SECRET_KEY, spec.secretKey().orElseGet(() -> turn.ids().key("sk_test_")));
        account.put(RESTRICTED_KEY, turn.ids().key("rk_test_"));
        account.put(PUBLISHABLE_KEY, turn.ids().key("pk_test_"));
        if (!spec.exchange().isEmpty()) {
            ObjectNode rates = account.putObject(EXCHANGE_RATES);
            spec.exchange().forEach(rates::put);
        }
        keep(turn, account);
        if (spec.live()) {
            ObjectNode live = account.putObject(LIVE_KEYS);
            live.put(SECRET_KEY, turn.ids().key("sk_live_"));
            live.put(RESTRICTED_KEY, turn.ids().key("rk_live_"));
            live.put(PUBLISHABLE_KEY, turn.ids().key("pk_live_"));
            keep(turn.inLiveMode(), live);
        }
        turn.put(Kind.ACCOUNT, account);
        return account;
    }

    private static void keep(Turn turn, ObjectNode keys) {
        ApiKey.keep(turn, keys.path(SECRET_KEY).asText(), ApiKey.Type.SECRET, ApiKey.EVERYTHING);
        ApiKey.keep(turn, keys.path(RESTRICTED_KEY).asText(), ApiKey.Type.RESTRICTED, ApiKey.EVERYTHING);
        ApiKey.keep(turn, keys.path(PUBLISHABLE_KEY).asText(), ApiKey.Type.PUBLISHABLE, ApiKey.EVERYTHING);
    }

    private static String hostName(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "account" : plain;
    }

    /** Whether an account has keys of its own; one that a platform made has none. */
    public static boolean hasKeys(ObjectNode account) {
        return account.has(SECRET_KEY);
    }

    public static AccountKeys keys(ObjectNode account) {
        return new AccountKeys(
                account.path("id").asText(),
                account.path("settings").path("dashboard").path("display_name").asText(),
                account.path(SECRET_KEY).asText(),
                account.path(RESTRICTED_KEY).asText(),
                account.path(PUBLISHABLE_KEY).asText(),
                Optional.of(account.path(LIVE_KEYS))
                        .filter(JsonNode::isObject)
                        .map(live -> new AccountKeys.Live(
                                live.path(SECRET_KEY).asText(),
                                live.path(RESTRICTED_KEY).asText(),
                                live.path(PUBLISHABLE_KEY).asText())));
    }
}
