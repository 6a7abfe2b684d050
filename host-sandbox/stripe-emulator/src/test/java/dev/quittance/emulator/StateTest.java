package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.emulator.account.AccountSpec;
import dev.quittance.emulator.journal.Journal;
import dev.quittance.emulator.journal.Snapshots;
import dev.quittance.emulator.port.Call;
import dev.quittance.emulator.port.SeededChance;
import dev.quittance.emulator.port.World;
import dev.quittance.emulator.store.Changes;
import dev.quittance.emulator.store.Ids;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Store;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StateTest {
    @TempDir
    Path folder;

    private final Shop shop = Shop.open();

    private static String lists(LocalStripe stripe) {
        StringBuilder all = new StringBuilder();
        for (String list : List.of("customers", "checkout/sessions", "charges", "events", "balance_transactions")) {
            all.append(Shop.text(call(stripe, "GET", "/v1/" + list, "")));
        }
        return all.append(stripe.books()).append(stripe.nextDueAt()).toString();
    }

    private static dev.quittance.emulator.port.Answer call(
            LocalStripe stripe, String method, String path, String form) {
        return stripe.handle(new Call(
                method,
                path,
                "",
                Map.of("Authorization", "Bearer " + Shop.KEY),
                form.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_restored_snapshot_is_the_state_that_was_kept_and_survives_a_restart() {
        shop.pay(shop.session().path("id").asText(), "4242424242424242");
        String before = lists(shop.stripe());
        List<String> kept = shop.stripe().snapshot();
        shop.post("/v1/customers", Map.of("name", "Later"));
        shop.pay(shop.session().path("id").asText(), "4242424242424242");
        assertThat(lists(shop.stripe())).isNotEqualTo(before);

        shop.stripe().restore(kept);

        assertThat(lists(shop.stripe())).isEqualTo(before);
        assertThat(lists(Shop.reopen(shop.journal(), shop.now()).stripe())).isEqualTo(before);
    }

    @Test
    void a_snapshot_that_is_not_ours_changes_nothing() {
        String before = lists(shop.stripe());

        assertThatThrownBy(() -> shop.stripe().restore(List.of("{\"puts\":[]}", "hello")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(lists(shop.stripe())).isEqualTo(before);
    }

    @Test
    void reset_leaves_accounts_keys_and_endpoints() {
        shop.post("/v1/webhook_endpoints", Map.of("url", "http://crm.example/h", "enabled_events[0]", "*"));
        shop.pay(shop.session().path("id").asText(), "4242424242424242");
        var accounts = shop.stripe().accounts();

        shop.stripe().reset();

        assertThat(shop.stripe().accounts()).isEqualTo(accounts);
        assertThat(shop.get("/v1/charges").path("data")).isEmpty();
        assertThat(shop.get("/v1/events").path("data")).isEmpty();
        assertThat(shop.get("/v1/webhook_endpoints").path("data")).hasSize(1);
        assertThat(shop.stripe().nextDueAt()).isEmpty();
        assertThat(shop.pay(shop.session().path("id").asText(), "4242424242424242")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void a_copy_does_what_the_original_does_and_neither_sees_the_other() {
        SeededChance chance = new SeededChance(5);
        LocalStripe original = LocalStripe.open(new World(() -> Shop.MONDAY, chance, Journal.inMemory(), Shop.ORIGIN));
        original.addAccount(new AccountSpec("A", "US", "usd", Optional.of(Shop.KEY)));
        call(original, "POST", "/v1/customers", "name=Before");

        Journal its = Journal.inMemory();
        LocalStripe copy = original.copy(new World(() -> Shop.MONDAY, chance.copy(), its, Shop.ORIGIN));

        assertThat(Shop.text(call(copy, "POST", "/v1/customers", "name=Dana")))
                .isEqualTo(Shop.text(call(original, "POST", "/v1/customers", "name=Dana")));
        assertThat(lists(copy)).isEqualTo(lists(original));
        call(copy, "POST", "/v1/customers", "name=OnlyThere");
        assertThat(lists(original)).doesNotContain("OnlyThere");
        assertThat(lists(LocalStripe.open(new World(() -> Shop.MONDAY, chance.copy(), its, Shop.ORIGIN))))
                .isEqualTo(lists(copy));
    }

    @Test
    void a_shortened_journal_says_the_same() throws IOException {
        Path file = folder.resolve("journal.jsonl");
        try (Journal journal = Journal.file(file)) {
            LocalStripe stripe =
                    LocalStripe.open(new World(() -> Shop.MONDAY, new SeededChance(1), journal, Shop.ORIGIN));
            stripe.addAccount(new AccountSpec("A", "US", "usd", Optional.of(Shop.KEY)));
            String customer = Json.read(
                            call(stripe, "POST", "/v1/customers", "name=A").body())
                    .path("id")
                    .asText();
            for (int i = 0; i < 50; i++) {
                call(stripe, "POST", "/v1/customers/" + customer, "name=A" + i);
            }
            call(stripe, "DELETE", "/v1/customers/" + customer, "");
            String before = lists(stripe);
            long bytes = Files.size(file);
            Store store = new Store();
            journal.lines().forEach(line -> store.apply(Json.read(line)));

            new Compaction(journal, store, bytes, bytes * 2).atStart();
            assertThat(Files.size(file)).as("not worth it").isEqualTo(bytes);
            new Compaction(journal, store, bytes, bytes / 2).whenGrown();

            assertThat(Files.size(file)).isLessThan(bytes);
            assertThat(lists(LocalStripe.open(new World(() -> Shop.MONDAY, new SeededChance(1), journal, Shop.ORIGIN))))
                    .isEqualTo(before);
        }
    }

    @Test
    void the_oldest_events_are_forgotten_but_not_those_still_to_be_delivered() {
        shop.post(
                "/v1/webhook_endpoints",
                Map.of("url", "http://crm.example/h", "enabled_events[0]", "customer.created"));
        shop.post("/v1/customers", Map.of("name", "Waits"));
        shop.stripe().takeDueDeliveries();
        String waiting = shop.get("/v1/events").at("/data/0/id").asText();
        for (int i = 0; i < 20; i++) {
            shop.pay(shop.session().path("id").asText(), "4242424242424242");
        }
        Store store = new Store();
        shop.journal().lines().forEach(line -> store.apply(Json.read(line)));
        int before = store.count(Kind.EVENT);
        Turn turn =
                new Turn("", shop.now(), Turn.Cause.TIMER, new Changes(store), store, new Ids(() -> 1), Shop.ORIGIN);

        assertThat(new Housekeeping(store, before).tidy(turn)).isFalse();
        assertThat(new Housekeeping(store, 10).tidy(turn)).isTrue();
        turn.changes().commit(Journal.inMemory());

        assertThat(store.count(Kind.EVENT)).isEqualTo(11);
        assertThat(store.find(Kind.EVENT, waiting)).isPresent();
        assertThat(store.waitingDeliveries()).hasSize(1);
    }

    @Test
    void snapshots_are_kept_by_name_in_files_and_in_memory() {
        try (Journal file = Journal.file(folder.resolve("journal.jsonl"));
                Journal memory = Journal.inMemory()) {
            for (Snapshots snapshots : List.of(file.snapshots(), memory.snapshots())) {
                assertThat(snapshots.names()).isEmpty();
                snapshots.keep("paid", List.of("a", "b"));
                snapshots.keep("before", List.of("c"));
                assertThat(snapshots.names()).containsExactly("before", "paid");
                assertThat(snapshots.find("paid").orElseThrow()).containsExactly("a", "b");
                assertThat(snapshots.find("../journal")).isEmpty();
                assertThatThrownBy(() -> snapshots.keep("../journal", List.of()))
                        .isInstanceOf(IllegalArgumentException.class);
                assertThat(snapshots.drop("paid")).isTrue();
                assertThat(snapshots.drop("paid")).isFalse();
            }
        }
    }
}
