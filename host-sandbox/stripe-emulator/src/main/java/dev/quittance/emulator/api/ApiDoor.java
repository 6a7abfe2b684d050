package dev.quittance.emulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import dev.quittance.emulator.port.World;
import dev.quittance.emulator.store.Changes;
import dev.quittance.emulator.store.Ids;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Partition;
import dev.quittance.emulator.store.Renderer;
import dev.quittance.emulator.store.Store;
import dev.quittance.emulator.store.Timer;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.Json;
import dev.quittance.emulator.wire.StripeApi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final World world;
    private final Store store;
    private final Ids ids;
    private final Keyring keyring;
    private final Feature features;
    private final KeysInUse inUse = new KeysInUse();

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

    /**
     * Lets a call that is kept waiting, before or after it is answered, hold its idempotency key, so that others with the
     * key are refused meanwhile. A call that has no key, or whose key another holds, holds nothing. {@link #release} ends
     * it.
     */
    public void hold(Call call) {
        try {
            ApiKey key = keyring.authenticate(call.headers());
            String account = Connections.target(store, key, call.headers());
            Idempotency.of(call, Partition.of(account, key.livemode()), "").ifPresent(use -> inUse.hold(use, call));
        } catch (ApiError e) {
            LOG.debug("A call that will be refused holds no key: {}", e.getMessage());
        }
    }

    /** Ends {@link #hold}, for the very same call. Safe to repeat. */
    public void release(Call call) {
        inUse.release(call);
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
        ApiKey key = keyring.authenticate(call.headers());
        checkVersion(call.headers().getOrDefault("stripe-version", VERSION));
        String level = call.method().equals("GET") ? ApiKey.READ : ApiKey.WRITE;
        String account = Connections.target(store, key, call.headers(), level);
        Found found = find(call, Parameters.of(call));
        Route route = found.route();
        ApiRequest request = found.request();
        route.permission().require(key, account);
        Publishable.check(key, route, request);
        String partition = Partition.of(account, key.livemode());
        Optional<Idempotency.Use> use =
                Idempotency.of(call, partition, request.form().fingerprint());
        if (use.isPresent()) {
            inUse.check(use.get(), call);
            Optional<Answer> first =
                    Idempotency.replay(store, use.get(), world.clock().instant());
            if (first.isPresent()) {
                return first.get();
            }
        }
        route.rules().check(request.form(), route.name());
        Expansions expansions = Expansions.plan(request.form(), route.shape(), features.includables());
        Operation.Work work = expanded(route.operation().plan(request), expansions);
        Turn.Cause cause = new Turn.Cause(Optional.of(requestId), use.map(Idempotency.Use::key));
        return carryOut(partition, cause, use, Publishable.guarded(key, route, request, work));
    }

    private static Operation.Work expanded(Operation.Work work, Expansions expansions) {
        return turn -> {
            ObjectNode answer = work.carryOut(turn);
            Renderer.render(answer, turn.nowSeconds());
            expansions.apply(turn, answer);
            return answer;
        };
    }

    private static void checkVersion(String version) {
        if (!version.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}\\" + RELEASE_TRAIN)) {
            throw ApiError.refused(
                    ApiError.NOT_EMULATED,
                    "The local Stripe speaks " + VERSION + " and other releases of that train, not "
                            + Checks.abbreviated(version) + ". Nothing was done.");
        }
    }

    private Found find(Call call, Form form) {
        List<String> path = List.of(call.path().substring(PREFIX.length()).split("/", -1));
        Optional<StripeApi.Operation> known = StripeApi.get().find(call.method(), path);
        for (Route route : features.routes()) {
            Optional<List<String>> ids = route.match(call.method(), path);
            if (ids.isPresent() && known.map(k -> k.name().equals(route.name())).orElse(true)) {
                return new Found(route, new ApiRequest(call.path(), ids.get(), form));
            }
        }
        String shown = Checks.abbreviated(call.path());
        boolean lacking = known.isPresent()
                || (StripeApi.get().hasArea(path.get(0)) && !StripeApi.get().isListed(path.get(0)));
        throw lacking ? ApiError.pathNotEmulated(call.method(), shown) : ApiError.unknownPath(call.method(), shown);
    }

    private Answer carryOut(String partition, Turn.Cause cause, Optional<Idempotency.Use> use, Operation.Work work) {
        int status = 200;
        ObjectNode body;
        Turn turn = turn(partition, cause);
        try {
            body = work.carryOut(turn);
        } catch (KeptError e) {
            status = e.status();
            body = e.body();
        } catch (ApiError e) {
            status = e.status();
            body = inOtherMode(turn, e).toJson();
            turn = turn(partition, cause);
        } catch (RuntimeException e) {
            LOG.error("The operation failed; nothing was changed.", e);
            status = 500;
            body = ApiError.bug().toJson();
            turn = turn(partition, cause);
        }
        byte[] bytes = Json.pretty(body);
        if (use.isPresent()) {
            Idempotency.keep(turn, use.get(), status, bytes);
        }
        turn.changes().commit(world.journal());
        return new Answer(status, Map.of(), bytes);
    }

    /** Whoever asks with the wrong mode's key is told so, as Stripe does. */
    private static ApiError inOtherMode(Turn turn, ApiError error) {
        return error.missingId().filter(turn::isOfOtherMode).isPresent() ? error.ofOtherMode(!turn.livemode()) : error;
    }

    private Turn turn(String partition, Turn.Cause cause) {
        return new Turn(partition, world.clock().instant(), cause, new Changes(store), store, ids, world.origin());
    }
}
