package dev.quittance.trials.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.host.MailMessage;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The audit itself: damage done behind the plugin's back must be found, each kind by its own rule, and undone it is gone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AuditIT {
    /** A seed in which several payers pay and webhooks arrive. */
    private static final long SEED = 7;

    private final BuiltPlugin built = BuiltZip.open();
    private final SeedRun run = new SeedRun(SEED, built, line -> {});

    @BeforeAll
    void live() {
        run.live();
    }

    @AfterAll
    void close() {
        run.close();
        built.close();
    }

    @Test
    void an_honest_world_passes() {
        assertThat(found(run.scene().outside())).isEmpty();
        assertThat(foundAfter("update payment set version = version")).isEmpty();
        assertThat(run.scene().stripe().books().charges()).hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "posting_not_balanced | delete from ledger_entry where line = (select min(line) from ledger_entry)"
                        + " and posting_id = (select min(posting_id) from ledger_posting)",
                "payment_not_in_the_ledger_once | delete from ledger_posting where kind = 'payment'",
                "fee_not_in_the_ledger_once | delete from ledger_posting where kind = 'fee'",
                "ledger_differs | delete from ledger_entry",
                "balance_differs | delete from ledger_entry where account = 'stripe_balance'",
                "fee_not_booked | update payment set fee_minor = null",
                "charge_not_booked_once | delete from payment where payment_id = (select min(payment_id) from payment)",
                "booked_differently | update payment set amount_minor = amount_minor + 1",
                "sums_differ | update payment set amount_minor = amount_minor + 1",
                "overpaid_and_not_paid | update payment set overpaid = true",
                "paid_and_booked_disagree | update payment_request set state = 'OPEN'",
                "record_balance_differs | update record_balance set paid_minor = paid_minor + 1",
                "host_books_differ | update record_balance set paid_minor = paid_minor + 1",
                "host_books_differ | update payment_request set record_id = 'another'",
                "host_expects_differently | update record_balance set requested_minor = requested_minor + 1",
                "operation_in_limbo | update operation set state = 'UNKNOWN'",
                "attempt_in_limbo | update attempt set live_request_id = request_id where state = 'SUCCEEDED'",
                "outbox_in_limbo | update outbox set state = 'DUE'",
                "event_in_limbo | update webhook_event set state = 'RECEIVED'",
                "request_stored_twice | update payment_request set recipient_email = 'one@mail.example'",
                "request_in_limbo | update payment_request set state = 'PROCESSING'"
            })
    void damaged_books_are_found(String rule, String damage) {
        assertThat(foundAfter(damage)).anyMatch(violation -> violation.startsWith(rule + ":"));
    }

    @Test
    void a_host_that_was_not_told_is_found() {
        assertThat(found(
                        run.scene().database(),
                        run.scene().outside(),
                        run.scene().town().with(new HostBooks())))
                .anyMatch(violation -> violation.startsWith("host_books_differ:"));
    }

    @Test
    void a_second_receipt_is_found() {
        Outside outside = new Outside();
        run.scene().outside().mails().forEach(outside::mailed);
        MailMessage receipt = run.scene().outside().mails().stream()
                .filter(mail -> mail.to().startsWith("payer-"))
                .filter(mail -> Screens.findPayLink(mail).isEmpty())
                .findFirst()
                .orElseThrow();
        outside.mailed(new MailMessage(
                "another-key",
                receipt.org(),
                receipt.to(),
                receipt.toName(),
                receipt.locale(),
                receipt.subject(),
                List.of()));

        assertThat(found(outside)).anyMatch(violation -> violation.startsWith("receipts:"));
    }

    @Test
    void a_missing_event_is_found() {
        assertThat(found(new Outside()))
                .anyMatch(violation -> violation.startsWith("events_paid:"))
                .anyMatch(violation -> violation.startsWith("request_mails:"));
    }

    @Test
    void a_pay_token_in_clear_is_found() {
        String token = run.scene().outside().mails().stream()
                .flatMap(mail -> Screens.findPayLink(mail).stream())
                .map(link -> SimulatedUrls.partsAfterPrefix(link).get(0))
                .findFirst()
                .orElseThrow();

        assertThat(foundAfter("update payment_request set description = 'see " + token + "'"))
                .anyMatch(violation -> violation.startsWith("pay_token_in_clear:"));
    }

    @Test
    void a_key_in_clear_is_found() {
        String key = run.scene().town().businesses().get(0).account().secretKey();

        assertThat(foundAfter("update connection set state_reason = '" + key + "'"))
                .anyMatch(violation -> violation.startsWith("stripe_key_in_clear:"));
        assertThat(foundAfter("update connection set state_reason = 'whsec_0123456789'"))
                .anyMatch(violation -> violation.startsWith("webhook_secret_in_clear:"));
    }

    /** The damage is done to a copy, so each test finds the books as they were. */
    private List<String> foundAfter(String damage) {
        try (SeedDatabase copy =
                new SeedDatabase("copy", List.of(run.scene().database().dump()))) {
            copy.execute(damage);
            return found(copy, run.scene().outside());
        }
    }

    private List<String> found(Outside outside) {
        return found(run.scene().database(), outside);
    }

    private List<String> found(SeedDatabase database, Outside outside) {
        return found(database, outside, run.scene().town());
    }

    private List<String> found(SeedDatabase database, Outside outside, Town town) {
        Scene scene = run.scene();
        Violations violations = new Violations(scene.trace());
        run.audit(new Scene(
                scene.dice(),
                scene.clock(),
                scene.trace(),
                scene.agenda(),
                scene.faults(),
                violations,
                database,
                scene.stripe(),
                town,
                outside));
        return violations.list();
    }
}
