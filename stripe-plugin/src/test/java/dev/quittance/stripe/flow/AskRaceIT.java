package dev.quittance.stripe.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.money.Money;
import dev.quittance.api.record.InvoiceView;
import dev.quittance.api.record.ProjectView;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.FormValues;
import dev.quittance.api.ui.Submission;
import dev.quittance.stripe.testhost.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Two people on two nodes ask for money on the same record at the same instant. */
final class AskRaceIT {
    private static final int ROUNDS = 100;
    private static final int FEW_ROUNDS = 20;
    private static final long MANY_SECONDS = 120;

    /** How somebody asks, each for money that is there only once. */
    enum Way {
        DEPOSIT_FORM("6000.00"),
        DEPOSIT_BUTTON("6000.00"),
        FINAL("12000.00"),
        FINAL_OF_INVOICE("12000.00"),
        SPLIT("12000.00");

        private final String amount;

        Way(String amount) {
            this.amount = amount;
        }

        ActionResult ask(Shop shop, String id, String key) {
            RecordRef project = RecordRef.project(id);
            return switch (this) {
                case DEPOSIT_FORM -> shop.request(project, new Submission(key, values("deposit")), Shop.technician());
                case DEPOSIT_BUTTON ->
                    shop.panel("payments")
                            .submit(
                                    project,
                                    "send-deposit",
                                    new Submission(key, new FormValues(Map.of("shownAmount", amount))),
                                    Shop.technician());
                case FINAL -> shop.request(project, new Submission(key, values("final")), Shop.technician());
                case FINAL_OF_INVOICE ->
                    shop.request(RecordRef.invoice(id), new Submission(key, values("final")), Shop.technician());
                case SPLIT ->
                    shop.action("split-payment").submit(project, new Submission(key, shares()), Shop.technician());
            };
        }

        private FormValues values(String type) {
            return new FormValues(Shop.answers(type, "", amount));
        }

        private static FormValues shares() {
            Map<String, String> values = new TreeMap<>();
            values.put("total", "12000.00");
            values.put("payers", "2");
            values.put("shownPayers", "2");
            values.put("shownTotal", "12000.00");
            for (int payer = 1; payer <= 2; payer++) {
                values.put("payer" + payer + "Name", "Payer " + payer);
                values.put("payer" + payer + "Email", "payer" + payer + "@example.com");
                values.put("payer" + payer + "Share", "6000.00");
            }
            return new FormValues(values);
        }
    }

    static Stream<Arguments> races() {
        return Stream.of(TestDatabase.values())
                .flatMap(database -> Stream.of(
                                List.of(Way.DEPOSIT_FORM, Way.DEPOSIT_FORM),
                                List.of(Way.DEPOSIT_BUTTON, Way.DEPOSIT_FORM),
                                List.of(Way.FINAL, Way.FINAL_OF_INVOICE),
                                List.of(Way.SPLIT, Way.FINAL))
                        .map(ways -> Arguments.of(database, ways.get(0), ways.get(1))));
    }

    @ParameterizedTest
    @MethodSource("races")
    void of_two_who_ask_at_once_one_sends_and_the_other_sees_it(TestDatabase database, Way one, Way other)
            throws Exception {
        try (Shop shop = Shop.connected(database);
                Shop node = shop.node();
                Pair pair = new Pair()) {
            for (int round = 1; round <= rounds(database); round++) {
                String id = "r" + round;
                records(shop, id);
                meet(shop, round % 2 == 0);

                List<ActionResult> results =
                        pair.atOnce(() -> one.ask(shop, id, id + "/one"), () -> other.ask(node, id, id + "/other"));

                assertThat(results.stream().filter(ActionResult.Done.class::isInstance))
                        .as("round %s: %s", round, results)
                        .hasSize(1);
                assertThat(results.stream()
                                .filter(result -> !(result instanceof ActionResult.Done))
                                .map(AskRaceIT::words))
                        .as("round %s: %s", round, results)
                        .singleElement()
                        .asString()
                        .containsAnyOf("request.sent_already", "request.nothing_left", "error.deposit_not_due");
                assertThat(shop.sql("select sum(requested_minor) from record_balance where record_id = '" + id + "'"))
                        .isEqualTo(one.amount.replace(".", ""));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void two_who_ask_for_what_is_there_for_both_are_both_served(TestDatabase database) throws Exception {
        try (Shop shop = Shop.connected(database);
                Shop node = shop.node();
                Pair pair = new Pair()) {
            for (int round = 1; round <= FEW_ROUNDS; round++) {
                String id = "r" + round;
                records(shop, id);
                meet(shop, true);

                List<ActionResult> results = pair.atOnce(
                        () -> progress(shop, id, id + "/one", "5000.00"),
                        () -> progress(node, id, id + "/other", "7000.00"));

                assertThat(results).hasOnlyElementsOfType(ActionResult.Done.class);
                assertThat(shop.sql("select requested_minor from record_balance where record_id = '" + id + "'"))
                        .isEqualTo("1200000");
            }
        }
    }

    /** The embedded database takes one writer at a time: it has less to race for. */
    private static int rounds(TestDatabase database) {
        return database == TestDatabase.POSTGRESQL ? ROUNDS : FEW_ROUNDS;
    }

    /** Why nothing was sent. */
    private static String words(ActionResult result) {
        return result instanceof ActionResult.Refused refused
                ? refused.reason().key()
                : ShopAssert.problems(result).getOrDefault("form", "");
    }

    private static ActionResult progress(Shop shop, String id, String key, String amount) {
        FormValues values = new FormValues(Shop.answers("progress", "", amount));
        return shop.request(RecordRef.project(id), new Submission(key, values), Shop.technician());
    }

    /** A signed project of USD 12,000.00, and an invoice for all of it. */
    private static void records(Shop shop, String id) {
        Money total = Money.of(12_000_00, "USD");
        shop.host
                .records()
                .put(
                        Shop.RIDGELINE,
                        new ProjectView(id, "Roof " + id, "c1", ProjectView.STAGE_SIGNED, "USD", Optional.of(total)));
        shop.host
                .records()
                .put(
                        Shop.RIDGELINE,
                        new InvoiceView(
                                id,
                                "INV-" + id,
                                "c1",
                                Optional.of(id),
                                InvoiceView.STATE_ISSUED,
                                total,
                                Optional.empty()));
    }

    /** Lets both decide before either stores anything, or leaves it to chance. */
    private static void meet(Shop shop, boolean both) {
        CountDownLatch deciding = new CountDownLatch(both ? 2 : 0);
        shop.host.paymentHooks().contributes(draft -> {
            deciding.countDown();
            try {
                if (!deciding.await(MANY_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("the other one never decided");
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return draft;
        });
    }

    private interface Work {
        ActionResult run();
    }

    /** Two people. */
    private static final class Pair implements AutoCloseable {
        private final ExecutorService threads = Executors.newFixedThreadPool(2);

        List<ActionResult> atOnce(Work one, Work other) throws Exception {
            CountDownLatch go = new CountDownLatch(2);
            Future<ActionResult> first = threads.submit(() -> started(go, one));
            Future<ActionResult> second = threads.submit(() -> started(go, other));
            return List.of(first.get(MANY_SECONDS, TimeUnit.SECONDS), second.get(MANY_SECONDS, TimeUnit.SECONDS));
        }

        private static ActionResult started(CountDownLatch go, Work work) throws InterruptedException {
            go.countDown();
            go.await();
            return work.run();
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }
}
