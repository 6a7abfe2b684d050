package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.emulator.journal.Journal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
    @TempDir
    Path folder;

    /** Everything that can be asked of an account, in one text. */
    private static String everything(Shop shop) {
        StringBuilder all = new StringBuilder();
        for (String list : List.of(
                "checkout/sessions",
                "payment_intents",
                "charges",
                "customers",
                "balance_transactions",
                "refunds",
                "disputes",
                "payouts",
                "events",
                "webhook_endpoints")) {
            all.append(Shop.text(shop.call("GET", "/v1/" + list + "?limit=100", Map.of(), Map.of())));
        }
        all.append(Shop.text(shop.call("GET", "/v1/account", Map.of(), Map.of())));
        return all.append(shop.stripe().books())
                .append(shop.stripe().nextDueAt())
                .toString();
    }

    /** A day in the life of a business, touching every kind of change. */
    private static void live(Shop shop) {
        String endpoint = shop.post(
                        "/v1/webhook_endpoints", Map.of("url", "http://crm.example/h", "enabled_events[0]", "*"))
                .path("id")
                .asText();
        String customer = shop.post("/v1/customers", Map.of("email", "dana@example.com"))
                .path("id")
                .asText();
        String session = shop.session().path("id").asText();
        shop.pay(session, "4000000000009995");
        shop.pay(session, "4000002760003184");
        shop.page("POST", "/c/pay/" + session + "/3ds", Map.of("outcome", "complete"));
        shop.stripe().takeDueDeliveries().forEach(delivery -> shop.stripe().reportDelivery(delivery.deliveryId(), 200));
        shop.pass(Duration.ofSeconds(2));
        shop.stripe().takeDueDeliveries().forEach(delivery -> shop.stripe().reportDelivery(delivery.deliveryId(), 500));
        shop.call("POST", "/v1/checkout/sessions", Shop.sessionForm(), Map.of("Idempotency-Key", "k"));
        shop.pass(Duration.ofHours(25));
        shop.call("POST", "/v1/checkout/sessions", Shop.sessionForm(), Map.of("Idempotency-Key", "k2"));
        shop.post(
                "/v1/refunds",
                Map.of("charge", shop.charge("4000000000005126").path("id").asText()));
        shop.charge("4000000000000259");
        shop.pass(Duration.ofDays(9));
        shop.delete("/v1/customers/" + customer);
        shop.delete("/v1/webhook_endpoints/" + endpoint);
    }

    @Test
    void the_state_after_a_crash_is_the_state_before_it() {
        Shop shop = Shop.open();
        live(shop);

        assertThat(everything(Shop.reopen(shop.journal(), shop.now()))).isEqualTo(everything(shop));
    }

    @Test
    void a_journal_cut_at_any_line_opens_and_goes_on_working() {
        Shop shop = Shop.open();
        live(shop);
        List<String> lines = new ArrayList<>();
        shop.journal().lines().forEach(lines::add);
        assertThat(lines).hasSizeGreaterThan(20);

        for (int kept = 1; kept <= lines.size(); kept++) {
            Journal cut = Journal.inMemory();
            lines.subList(0, kept).forEach(cut::append);
            Shop after = Shop.reopen(cut, Shop.MONDAY);
            String session = after.session().path("id").asText();
            assertThat(after.pay(session, "4242424242424242").status())
                    .as("after %s lines", kept)
                    .isEqualTo(303);
            after.pass(Duration.ofDays(3));
            after.stripe().takeDueDeliveries();
            after.stripe()
                    .books()
                    .charges()
                    .forEach(
                            charge -> assertThat(charge.status().equals("succeeded") ? charge.capturedMinor() : 600_000)
                                    .isEqualTo(600_000));
        }
    }

    @Test
    void half_a_line_at_the_end_of_the_file_is_forgotten() throws IOException {
        Path file = folder.resolve("deep/journal.jsonl");
        try (Journal journal = Journal.file(file)) {
            journal.append("{\"a\":\"ö\"}");
            journal.append("{\"b\":1}");
        }
        Files.writeString(file, "{\"c\":", StandardCharsets.UTF_8, java.nio.file.StandardOpenOption.APPEND);

        try (Journal journal = Journal.file(file)) {
            assertThat(journal.lines()).containsExactly("{\"a\":\"ö\"}", "{\"b\":1}");
            journal.append("{\"d\":2}");
            assertThat(journal.lines()).containsExactly("{\"a\":\"ö\"}", "{\"b\":1}", "{\"d\":2}");
        }
    }

    @Test
    void a_file_without_a_whole_line_is_an_empty_journal() throws IOException {
        Path file = folder.resolve("journal.jsonl");
        Files.writeString(file, "x".repeat(200_000));

        try (Journal journal = Journal.file(file)) {
            assertThat(journal.lines()).isEmpty();
        }
    }

    @Test
    void two_owners_of_one_journal_are_refused() {
        Path file = folder.resolve("journal.jsonl");
        try (Journal first = Journal.file(file)) {
            assertThatThrownBy(() -> Journal.file(file))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("in use");
            assertThat(first.lines()).isEmpty();
        }
    }

    @Test
    void a_line_that_is_not_ours_stops_the_start() {
        Journal journal = Journal.inMemory();
        journal.append("hello");

        assertThatThrownBy(() -> Shop.reopen(journal, Shop.MONDAY)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keys_and_accounts_are_there_again() {
        Shop shop = Shop.open();

        assertThat(Shop.reopen(shop.journal(), shop.now()).stripe().accounts())
                .isEqualTo(shop.stripe().accounts());
    }
}
