package dev.quittance.stripe.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.stripe.gateway.IntentReading;
import dev.quittance.stripe.gateway.SessionReading;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VerdictTest {
    private static final UUID REQUEST = UUID.fromString("01960000-0000-7000-8000-000000000001");
    private static final UUID ATTEMPT = UUID.fromString("01960000-0000-7000-8000-000000000002");
    private static final Money AMOUNT = Money.of(4_800_00, "USD");

    @ParameterizedTest
    @CsvSource({
        "open, unpaid, '', '', WAITING",
        "open, unpaid, requires_payment_method, '', WAITING",
        "open, unpaid, requires_payment_method, card_declined, DECLINED",
        "open, unpaid, requires_action, card_declined, WAITING",
        "complete, paid, succeeded, '', SUCCEEDED",
        "complete, paid, processing, '', WAITING",
        "complete, unpaid, processing, '', PROCESSING",
        "complete, unpaid, requires_payment_method, '', FAILED",
        "complete, unpaid, canceled, '', FAILED",
        "complete, unpaid, requires_action, '', WAITING",
        "complete, no_payment_required, '', '', WAITING",
        "expired, unpaid, '', '', EXPIRED",
        "something_new, unpaid, '', '', WAITING"
    })
    void a_reading_means_one_thing(
            String status, String paymentStatus, String intentStatus, String decline, Verdict verdict) {
        Optional<IntentReading> intent =
                intentStatus.isEmpty() ? Optional.empty() : Optional.of(intent(intentStatus, decline, AMOUNT));

        assertThat(Verdict.of(session(status, paymentStatus, intent, AMOUNT))).isEqualTo(verdict);
    }

    @Test
    void a_reading_that_is_just_ours_differs_in_nothing() {
        assertThat(Difference.find(attempt(), "acct_1", session("complete", "paid", paid(AMOUNT), AMOUNT)))
                .isEmpty();
    }

    @Test
    void each_thing_that_differs_is_named() {
        SessionReading right = session("complete", "paid", paid(AMOUNT), AMOUNT);

        assertThat(kind("acct_2", right)).isEqualTo("wrong_account");
        assertThat(kind("acct_1", session("complete", "paid", paid(AMOUNT), Money.of(4_800_01, "USD"))))
                .isEqualTo("amount_differs");
        assertThat(kind("acct_1", session("complete", "paid", paid(AMOUNT), Money.of(4_800_00, "EUR"))))
                .isEqualTo("amount_differs");
        assertThat(kind("acct_1", session("complete", "paid", paid(Money.of(1, "USD")), AMOUNT)))
                .isEqualTo("amount_differs");
        assertThat(kind("acct_1", marked(right, Marks.REQUEST, ATTEMPT.toString())))
                .isEqualTo("wrong_request");
        assertThat(kind("acct_1", marked(right, Marks.ORG, "northwind"))).isEqualTo("wrong_organisation");
        assertThat(kind("acct_1", live(right))).isEqualTo("wrong_mode");
    }

    private static String kind(String account, SessionReading reading) {
        return Difference.find(attempt(), account, reading)
                .map(Difference::kind)
                .orElse("none");
    }

    private static Optional<IntentReading> paid(Money received) {
        IntentReading intent = intent("succeeded", "", AMOUNT);
        return Optional.of(new IntentReading(
                intent.id(),
                intent.status(),
                intent.amount(),
                received,
                false,
                intent.metadata(),
                intent.createdAt(),
                Optional.empty(),
                ""));
    }

    private static IntentReading intent(String status, String decline, Money amount) {
        return new IntentReading(
                "pi_1", status, amount, amount, false, marks(), Instant.EPOCH, Optional.empty(), decline);
    }

    private static SessionReading session(
            String status, String paymentStatus, Optional<IntentReading> intent, Money total) {
        return new SessionReading(
                "cs_1",
                status,
                paymentStatus,
                Optional.empty(),
                total,
                false,
                REQUEST.toString(),
                marks(),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                intent);
    }

    private static SessionReading marked(SessionReading reading, String key, String value) {
        Map<String, String> other = new TreeMap<>(reading.metadata());
        other.put(key, value);
        return new SessionReading(
                reading.id(),
                reading.status(),
                reading.paymentStatus(),
                reading.url(),
                reading.amountTotal(),
                reading.livemode(),
                reading.clientReferenceId(),
                other,
                reading.customerId(),
                reading.expiresAt(),
                reading.createdAt(),
                reading.intent());
    }

    private static SessionReading live(SessionReading reading) {
        return new SessionReading(
                reading.id(),
                reading.status(),
                reading.paymentStatus(),
                reading.url(),
                reading.amountTotal(),
                true,
                reading.clientReferenceId(),
                reading.metadata(),
                reading.customerId(),
                reading.expiresAt(),
                reading.createdAt(),
                reading.intent());
    }

    private static Map<String, String> marks() {
        return Map.of(
                Marks.INSTALLATION,
                "installation-1",
                Marks.ORG,
                "ridgeline",
                Marks.REQUEST,
                REQUEST.toString(),
                Marks.ATTEMPT,
                ATTEMPT.toString());
    }

    private static Attempt attempt() {
        return new Attempt(
                new OrgId("ridgeline"),
                ATTEMPT,
                REQUEST,
                UUID.fromString("01960000-0000-7000-8000-000000000003"),
                new StripePlace(UUID.fromString("01960000-0000-7000-8000-000000000004"), "acct_1", false),
                AMOUNT,
                AttemptState.OPEN,
                Optional.empty(),
                Optional.empty(),
                Decline.NONE,
                Optional.empty(),
                Instant.parse("2026-11-23T10:00:00Z"),
                0);
    }
}
