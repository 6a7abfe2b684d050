package dev.quittance.trials.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.host.MailMessage;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The audit itself: damage done behind the plugin's back must be found, each kind by its own rule. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AuditIT {
    /** A seed in which several payers pay. */
    private static final long SEED = 3;

    private BuiltPlugin built = BuiltZip.open();

    @BeforeAll
    void open() {
        assertThat(built.extensionClasses()).isNotEmpty();
    }

    @AfterAll
    void close() {
        built.close();
    }

    @Test
    void an_honest_world_passes() {
        try (SeedRun run = lived()) {
            run.audit();

            assertThat(run.result().violations()).isEmpty();
            assertThat(run.result().payments()).isGreaterThan(1);
        }
    }

    @ParameterizedTest
    @MethodSource("damages")
    void damage_is_found(String rule, Consumer<Scene> damage) {
        try (SeedRun run = lived()) {
            damage.accept(run.scene());

            run.audit();

            assertThat(run.result().violations()).anyMatch(violation -> violation.startsWith(rule + ":"));
        }
    }

    private static Stream<Arguments> damages() {
        return Stream.of(
                damage(
                        "posting_not_balanced",
                        "a lost ledger line",
                        "delete from ledger_entry where posting_id = (select min(posting_id) from ledger_posting) and line = (select min(line) from ledger_entry)"),
                damage(
                        "payment_not_in_the_ledger_once",
                        "a lost booking",
                        "delete from ledger_posting where posting_id = (select min(posting_id) from ledger_posting where kind = 'payment')"),
                damage(
                        "fee_not_booked",
                        "a lost fee",
                        "update payment set fee_minor = null where payment_id = (select min(payment_id) from payment)"),
                damage(
                        "charge_not_booked_once",
                        "a lost payment",
                        "delete from payment where payment_id = (select min(payment_id) from payment where state = 'SUCCEEDED')"),
                damage(
                        "booked_differently",
                        "a wrong amount",
                        "update payment set amount_minor = amount_minor + 1 where payment_id = (select min(payment_id) from payment)"),
                damage(
                        "paid_and_booked_disagree",
                        "a paid request that is open",
                        "update payment_request set state = 'OPEN' where state = 'PAID'"),
                damage(
                        "record_balance_differs",
                        "a wrong sum on a record",
                        "update record_balance set paid_minor = paid_minor + 1"),
                damage(
                        "operation_in_limbo",
                        "an operation nobody resolved",
                        "update operation set state = 'UNKNOWN' where operation_id = (select min(operation_id) from operation)"),
                damage(
                        "outbox_in_limbo",
                        "an effect nobody delivered",
                        "update outbox set state = 'DUE' where outbox_id = (select min(outbox_id) from outbox)"),
                damage(
                        "event_in_limbo",
                        "an event nobody applied",
                        "update webhook_event set state = 'RECEIVED' where stripe_event_id = (select min(stripe_event_id) from webhook_event)"),
                Arguments.of("receipts", Named.of("a second receipt", (Consumer<Scene>) AuditIT::doubleAReceipt)),
                Arguments.of("pay_token_in_clear", Named.of("a token in clear", (Consumer<Scene>) AuditIT::leakToken)),
                Arguments.of("stripe_key_in_clear", Named.of("a key in clear", (Consumer<Scene>) AuditIT::leakKey)));
    }

    private static Arguments damage(String rule, String name, String sql) {
        return Arguments.of(
                rule, Named.of(name, (Consumer<Scene>) scene -> scene.database().execute(sql)));
    }

    private static void doubleAReceipt(Scene scene) {
        MailMessage receipt = scene.outside().mails().stream()
                .filter(mail -> Screens.findPayLink(mail).isEmpty())
                .findFirst()
                .orElseThrow();
        scene.outside()
                .mailed(new MailMessage(
                        "another-key",
                        receipt.org(),
                        receipt.to(),
                        receipt.toName(),
                        receipt.locale(),
                        receipt.subject(),
                        List.of()));
    }

    private static void leakToken(Scene scene) {
        String token = scene.outside().mails().stream()
                .flatMap(mail -> Screens.findPayLink(mail).stream())
                .map(link -> SimulatedUrls.partsAfterPrefix(link).get(0))
                .findFirst()
                .orElseThrow();
        scene.database().execute("update payment_request set description = 'see " + token + "'");
    }

    private static void leakKey(Scene scene) {
        String key = scene.town().businesses().get(0).account().secretKey();
        scene.database().execute("update connection set state_reason = '" + key + "'");
    }

    private SeedRun lived() {
        SeedRun run = new SeedRun(SEED, built, line -> {});
        run.live();
        return run;
    }
}
