package dev.quittance.emulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.emulator.journal.Journal;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import dev.quittance.emulator.port.World;
import dev.quittance.emulator.store.Changes;
import dev.quittance.emulator.store.Ids;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Store;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.Json;
import dev.quittance.emulator.wire.ParamRules;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Facts, section 2 (Idempotency): what began is remembered whatever came of it, 500 included. */
final class FailingOperationTest {
    private static final String KEY = "sk_test_failing0001";

    private final World world = new World(
            () -> Instant.parse("2026-11-23T10:00:00Z"),
            new Random(1)::nextLong,
            Journal.inMemory(),
            URI.create("http://localhost:8081"));
    private final Store store = new Store();
    private final Ids ids = new Ids(world.chance());
    private final AtomicInteger carriedOut = new AtomicInteger();
    private final ApiDoor door = new ApiDoor(
            world,
            store,
            ids,
            new Keyring(store),
            List.of(Feature.of(List.of(Route.post(
                    "customers", ParamRules.none(), Expansions.Shape.plain(), request -> turn -> fail(turn))))));

    FailingOperationTest() {
        Turn turn = new Turn(
                "acct_1", world.clock().instant(), Turn.Cause.TIMER, new Changes(store), store, ids, world.origin());
        ApiKey.keep(turn, KEY, ApiKey.Type.SECRET, ApiKey.EVERYTHING);
        turn.changes().commit(world.journal());
    }

    private com.fasterxml.jackson.databind.node.ObjectNode fail(Turn turn) {
        turn.put(Kind.CUSTOMER, Json.object().put("id", "cus_half"));
        if (carriedOut.incrementAndGet() == 1) {
            throw new IllegalStateException("planted");
        }
        return Json.object();
    }

    private Answer post(String idempotencyKey) {
        return door.answer(new Call(
                "POST",
                "/v1/customers",
                "",
                Map.of("Authorization", "Bearer " + KEY, "Idempotency-Key", idempotencyKey),
                new byte[0]));
    }

    @Test
    void a_500_is_remembered_and_the_operation_is_not_tried_again_under_its_key() {
        Answer failed = post("k1");
        Answer again = post("k1");

        assertThat(failed.status()).isEqualTo(500);
        assertThat(new String(failed.body(), StandardCharsets.UTF_8))
                .contains("api_error")
                .doesNotContain("planted", "IllegalState");
        assertThat(again.status()).isEqualTo(500);
        assertThat(again.headers()).containsEntry("Idempotent-Replayed", "true");
        assertThat(again.body()).isEqualTo(failed.body());
        assertThat(carriedOut).hasValue(1);
    }

    @Test
    void what_failed_has_changed_nothing() {
        post("k1");

        assertThat(store.find(Kind.CUSTOMER, "cus_half")).isEmpty();
        assertThat(post("k2").status()).isEqualTo(200);
        assertThat(store.find(Kind.CUSTOMER, "cus_half")).isPresent();
    }
}
