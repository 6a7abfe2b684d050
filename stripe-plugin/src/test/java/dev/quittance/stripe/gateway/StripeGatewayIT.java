package dev.quittance.stripe.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.api.host.Bearer;
import dev.quittance.api.host.OutgoingRequest;
import dev.quittance.api.host.Sealed;
import dev.quittance.api.money.Money;
import dev.quittance.stripe.storage.Database;
import dev.quittance.stripe.testhost.Fault;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestHost;
import dev.quittance.stripe.testhost.TestPayer;
import dev.quittance.stripe.testhost.TestRecords;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StripeGatewayIT {
    private static final String SESSIONS = "/v1/checkout/sessions";
    private static final String SESSION_FORM = "mode=payment&success_url=https%3A%2F%2Fcrm.test%2Fdone"
            + "&line_items[0][quantity]=1&line_items[0][price_data][currency]=usd"
            + "&line_items[0][price_data][unit_amount]=600000"
            + "&line_items[0][price_data][product_data][name]=Deposit"
            + "&metadata[q_attempt]=a1&payment_intent_data[metadata][q_attempt]=a1";

    private final TestHost host = TestHost.on(TestDatabase.H2);
    private final Database database = new Database(host.database());
    private final StripeGateway gateway = new StripeGateway(host, database);
    private final StripeAccount account = account(TestHost.RIDGELINE_KEY);

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void a_paid_session_is_read_with_intent_charge_and_fee() {
        SessionReading made = gateway.readSession(send("q1_a").answer().orElseThrow());
        URI page = made.url().orElseThrow();
        assertThat(new TestPayer(host.stripe()).pay(page, TestPayer.GOOD_CARD))
                .contains(URI.create("https://crm.test/done"));
        host.clock().advance(Duration.ofSeconds(5));
        host.stripe().runDue();

        SessionReading read = gateway.session(account, made.id()).answer().orElseThrow();

        assertThat(read.status()).isEqualTo("complete");
        assertThat(read.paymentStatus()).isEqualTo("paid");
        assertThat(read.amountTotal()).isEqualTo(Money.of(6_000_00, "USD"));
        assertThat(read.url()).isEmpty();
        assertThat(read.metadata()).containsEntry("q_attempt", "a1");
        IntentReading intent = read.intent().orElseThrow();
        assertThat(intent.status()).isEqualTo("succeeded");
        assertThat(intent.amountReceived()).isEqualTo(Money.of(6_000_00, "USD"));
        assertThat(intent.metadata()).containsEntry("q_attempt", "a1");
        ChargeReading charge = intent.latestCharge().orElseThrow();
        assertThat(charge.methodType() + " " + charge.brand() + " " + charge.last4())
                .isEqualTo("card visa 4242");
        FeeReading fee = charge.fee().orElseThrow();
        assertThat(fee.fee()).isEqualTo(Money.of(174_30, "USD"));
        assertThat(fee.gross().minus(fee.fee())).isEqualTo(fee.net());
        assertThat(gateway.intent(account, intent.id()).answer()).contains(intent);
        assertThat(gateway.charge(account, charge.id()).answer()).contains(charge);
    }

    @Test
    void a_decline_leaves_its_code_on_the_intent() {
        SessionReading made = gateway.readSession(send("q1_a").answer().orElseThrow());
        assertThat(new TestPayer(host.stripe()).pay(made.url().orElseThrow(), TestPayer.DECLINED_CARD))
                .isEmpty();

        SessionReading read = gateway.session(account, made.id()).answer().orElseThrow();

        assertThat(read.status()).isEqualTo("open");
        assertThat(read.intent().orElseThrow().declineCode()).isEqualTo("generic_decline");
    }

    @Test
    void recent_sessions_are_all_found_over_several_pages() {
        for (int i = 0; i < 120; i++) {
            assertThat(send("q1_" + i).answer()).isPresent();
        }

        List<SessionReading> recent = gateway.recentSessions(
                        account, host.clock().instant().minusSeconds(60))
                .answer()
                .orElseThrow();

        assertThat(recent).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void the_account_is_read_by_its_key() {
        AccountReading read =
                gateway.account(TestRecords.RIDGELINE, account.key()).answer().orElseThrow();

        assertThat(read.name()).isEqualTo("Ridgeline Roofing");
        assertThat(read.country()).isEqualTo("US");
        assertThat(read.defaultCurrency()).isEqualTo("USD");
        assertThat(read.chargesEnabled()).isTrue();
    }

    @Test
    void the_key_and_this_machine_stay_out_of_what_the_library_sends() {
        assertThat(send("q1_a").answer()).isPresent();

        OutgoingRequest request = host.outgoing().sent().get(0);

        assertThat(request.headers().keySet().stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .containsExactlyInAnyOrder("stripe-version", "idempotency-key", "content-type", "accept");
        assertThat(request.headers()).containsEntry("Stripe-Version", "2026-07-29.dahlia");
        assertThat(request.bearer()).contains(account.key());
        assertThat(new String(request.body(), StandardCharsets.UTF_8)).isEqualTo(SESSION_FORM);
        assertThat(request.uri()).isEqualTo(URI.create("https://api.stripe.com/v1/checkout/sessions"));
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSED, true, 0",
        "LIMITED, true, 429",
        "LOST_REQUEST, false, 0",
        "LOST_ANSWER, false, 0",
        "ERROR_500, false, 500",
        "BUSY, false, 409",
        "HTML, false, 0",
        "TRUNCATED, false, 0",
    })
    void an_answer_that_says_nothing_is_unknown(Fault fault, boolean notSent, int status) {
        host.outgoing().plan("POST", fault);

        assertThat(send("q1_a")).isInstanceOfSatisfying(Outcome.Unknown.class, unknown -> {
            assertThat(unknown.notSent()).isEqualTo(notSent);
            assertThat(unknown.status()).isEqualTo(status);
        });
        assertThat(host.outgoing().count("POST")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"KEY_REVOKED", "FORBIDDEN"})
    void trouble_with_the_key_is_a_refusal(Fault fault) {
        host.outgoing().plan("GET", fault);

        assertThat(gateway.session(account, "cs_test_x"))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.isKeyTrouble()).isTrue());
    }

    @ParameterizedTest
    @EnumSource(names = {"HTML", "TRUNCATED", "ERROR_500", "LOST_ANSWER"})
    void a_read_that_comes_back_broken_is_unknown(Fault fault) {
        SessionReading made = gateway.readSession(send("q1_a").answer().orElseThrow());
        host.outgoing().plan("GET", fault);

        assertThat(gateway.session(account, made.id())).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void what_is_not_there_is_refused_with_404() {
        assertThat(gateway.session(account, "cs_test_nothing"))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.status()).isEqualTo(404));
    }

    @Test
    void a_key_used_again_with_other_bytes_is_named_as_our_mistake() {
        assertThat(send("q1_a").answer()).isPresent();

        Outcome<String> again =
                gateway.send(account, SESSIONS, (SESSION_FORM + "&locale=de").getBytes(StandardCharsets.UTF_8), "q1_a");

        assertThat(again)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(Outcome.Refused.IDEMPOTENCY_ERROR));
    }

    @Test
    void an_unknown_key_is_refused() {
        assertThat(gateway.account(
                        TestRecords.RIDGELINE, account("sk_test_nobody").key()))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.status()).isEqualTo(401));
    }

    @Test
    void no_call_leaves_from_inside_a_transaction() {
        assertThatThrownBy(() ->
                        database.inTransaction(tx -> assertThat(send("q1_a")).isNotNull()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inside a transaction");
        assertThat(host.outgoing().sent()).isEmpty();
    }

    private Outcome<String> send(String key) {
        return gateway.send(account, SESSIONS, SESSION_FORM.getBytes(StandardCharsets.UTF_8), key);
    }

    private StripeAccount account(String key) {
        UUID id = host.ids().next();
        String purpose = "stripe_key/" + id;
        Sealed sealed = host.secrets().sealText(TestRecords.RIDGELINE, purpose, key);
        return new StripeAccount(
                TestRecords.RIDGELINE, id, "acct_test", false, new Bearer(TestRecords.RIDGELINE, purpose, sealed));
    }
}
