package dev.quittance.emulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import dev.quittance.emulator.port.World;
import dev.quittance.emulator.store.Changes;
import dev.quittance.emulator.store.Ids;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Renderer;
import dev.quittance.emulator.store.Store;
import dev.quittance.emulator.store.Timer;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way in for {@code /v1}: key, version, route, idempotency, parameters; then the operation, all of it or nothing. */
public final class ApiDoor {
    /** The API version spoken here. */
    public static final String VERSION = "2026-07-29.dahlia";

    public static final String PREFIX = "/v1/";
    private static final Logger LOG = LoggerFactory.getLogger(ApiDoor.class);

    /** Releases of one train differ by additions only. */
    private static final String RELEASE_TRAIN = ".dahlia";

    /** A hundred line items with long texts, and room; Stripe takes no more than a few hundred kilobytes either. */
    private static final int MAX_BODY_BYTES = 1024 * 1024;

    /** The first segments of Stripe's other paths: known, and refused honestly. */
    private static final Set<String> STRIPES = Set.of(
            "account_links",
            "account_sessions",
            "accounts",
            "apple_pay",
            "application_fees",
            "balance",
            "balance_settings",
            "balance_transactions",
            "billing",
            "billing_portal",
            "charges",
            "checkout",
            "confirmation_tokens",
            "country_specs",
            "coupons",
            "credit_notes",
            "customers",
            "disputes",
            "ephemeral_keys",
            "events",
            "exchange_rates",
            "file_links",
            "files",
            "financial_connections",
            "identity",
            "invoice_payments",
            "invoiceitems",
            "invoices",
            "issuing",
            "mandates",
            "payment_intents",
            "payment_links",
            "payment_method_configurations",
            "payment_method_domains",
            "payment_methods",
            "payouts",
            "plans",
            "prices",
            "products",
            "promotion_codes",
            "quotes",
            "radar",
            "refunds",
            "reporting",
            "reviews",
            "setup_attempts",
            "setup_intents",
            "shipping_rates",
            "sources",
            "subscription_items",
            "subscription_schedules",
            "subscriptions",
            "tax",
            "tax_codes",
            "tax_rates",
            "terminal",
            "test_helpers",
            "tokens",
            "topups",
            "transfers",
            "treasury",
            "webhook_endpoints");

    private final World world;
    private final Store store;
    private final Ids ids;
    private final Keyring keyring;
    private final Feature features;

    public ApiDoor(World world, Store store, Ids ids, Keyring keyring, List<Feature> features) {
        this.world = world;
        this.store = store;
        this.ids = ids;
        this.keyring = keyring;
        this.features = Feature.all(features);
    }

    /** What happens when the time of an object of this kind has come. */
    public Timer timer(Kind kind) {
        Timer timer = features.timers().get(kind);
        if (timer == null) {
            throw new IllegalStateException("nothing falls due for " + kind);
        }
        return timer;
    }

    private record Found(Route route, ApiRequest request) {}

    public Answer answer(Call call) {
        String requestId = ids.request();
        Answer answer;
        try {
            answer = admit(call, requestId);
        } catch (ApiError e) {
            answer = new Answer(e.status(), Map.of(), Json.pretty(e.toJson()));
        }
        return withHeaders(call, requestId, answer);
    }

    private static Answer withHeaders(Call call, String requestId, Answer answer) {
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        headers.put("Content-Type", "application/json");
        headers.put("Cache-Control", "no-cache, no-store");
        headers.put("Request-Id", requestId);
        headers.put("Stripe-Version", call.headers().getOrDefault("stripe-version", VERSION));
        String key = call.headers().get(Idempotency.HEADER);
        if (key != null) {
            headers.put("Idempotency-Key", key.replaceAll("[^\\x20-\\x7e]", "?"));
        }
        return new Answer(answer.status(), headers, answer.body());
    }

    private Answer admit(Call call, String requestId) {
        Keyring.Caller caller = keyring.authenticate(call.headers());
        checkVersion(call.headers().getOrDefault("stripe-version", VERSION));
        checkAccount(call, caller);
        Found found = find(call, form(call));
        if (!caller.may(found.route().permission())) {
            throw new IllegalStateException("every key may do everything as yet");
        }
        Optional<Idempotency.Use> use =
                Idempotency.of(call, caller.account(), found.request().form().fingerprint());
        Instant now = world.clock().instant();
        if (use.isPresent()) {
            Optional<Answer> first = Idempotency.replay(store, use.get(), now);
            if (first.isPresent()) {
                return first.get();
            }
        }
        found.route().rules().check(found.request().form());
        Expansions expansions =
                Expansions.plan(found.request().form(), found.route().shape(), features.includables());
        Operation.Work work = found.route().operation().plan(found.request());
        Turn.Cause cause = new Turn.Cause(Optional.of(requestId), use.map(Idempotency.Use::key));
        return carryOut(caller.account(), cause, use, turn -> {
            ObjectNode answer = work.carryOut(turn);
            Renderer.render(answer, turn.nowSeconds());
            expansions.apply(turn, answer);
            return answer;
        });
    }

    private static void checkVersion(String version) {
        if (!version.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}\\" + RELEASE_TRAIN)) {
            throw ApiError.refused(
                    ApiError.NOT_EMULATED,
                    "The local Stripe speaks " + VERSION + " and other releases of that train, not "
                            + Checks.abbreviated(version) + ". Nothing was done.");
        }
    }

    private static void checkAccount(Call call, Keyring.Caller caller) {
        String onBehalf = call.headers().getOrDefault("stripe-account", caller.account());
        if (!onBehalf.equals(caller.account())) {
            throw ApiError.refused(
                    ApiError.NOT_EMULATED,
                    "The local Stripe does not emulate calls on behalf of other accounts. Nothing was done.");
        }
    }

    private static Form form(Call call) {
        if (call.body().length > MAX_BODY_BYTES) {
            throw ApiError.tooLarge("Request body too large: at most " + MAX_BODY_BYTES + " bytes are taken.");
        }
        String type = call.headers().getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
        if (call.body().length > 0 && !type.isEmpty() && !type.startsWith("application/x-www-form-urlencoded")) {
            throw ApiError.refused(
                    null, "Invalid request: the body must be application/x-www-form-urlencoded, not what was sent.");
        }
        // Malformed bytes would be silently replaced here, so they are looked for first.
        String body = new String(call.body(), StandardCharsets.ISO_8859_1);
        if (!body.chars().allMatch(c -> c < 0x80)) {
            body = new String(call.body(), StandardCharsets.UTF_8);
            if (body.indexOf('\uFFFD') >= 0) {
                throw ApiError.refused(null, "Invalid encoding: the parameters are not UTF-8.");
            }
        }
        String query = call.rawQuery();
        return Form.parse(query.isEmpty() || body.isEmpty() ? query + body : query + "&" + body);
    }

    private Found find(Call call, Form form) {
        List<String> path = List.of(call.path().substring(PREFIX.length()).split("/", -1));
        for (Route route : features.routes()) {
            Optional<String> id = route.match(call.method(), path);
            if (id.isPresent()) {
                return new Found(route, new ApiRequest(call.path(), id.get(), form));
            }
        }
        String shown = Checks.abbreviated(call.path());
        throw STRIPES.contains(path.get(0))
                ? ApiError.pathNotEmulated(call.method(), shown)
                : ApiError.unknownPath(call.method(), shown);
    }

    private Answer carryOut(String account, Turn.Cause cause, Optional<Idempotency.Use> use, Operation.Work work) {
        int status = 200;
        ObjectNode body;
        Turn turn = turn(account, cause);
        try {
            body = work.carryOut(turn);
        } catch (KeptError e) {
            status = e.status();
            body = e.body();
        } catch (ApiError e) {
            status = e.status();
            body = e.toJson();
            turn = turn(account, cause);
        } catch (RuntimeException e) {
            LOG.error("The operation failed; nothing was changed.", e);
            status = 500;
            body = ApiError.bug().toJson();
            turn = turn(account, cause);
        }
        byte[] bytes = Json.pretty(body);
        if (use.isPresent()) {
            Idempotency.keep(turn, use.get(), status, bytes);
        }
        turn.changes().commit(world.journal());
        return new Answer(status, Map.of(), bytes);
    }

    private Turn turn(String account, Turn.Cause cause) {
        return new Turn(account, world.clock().instant(), cause, new Changes(store), store, ids, world.origin());
    }
}
