package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.Invoices.INVOICE;
import static dev.quittance.stripe.flow.ShopAssert.assertThatShop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.host.MailOutcome;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.ClientView;
import dev.quittance.api.record.ProjectView;
import dev.quittance.api.record.RecordEvent;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Page;
import dev.quittance.stripe.testhost.Fault;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestPayer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class StopIT {
    private static final Duration MINUTE = Duration.ofSeconds(61);
    private static final String EXPIRE = "POST /v1/checkout/sessions/cs_";

    @ParameterizedTest
    @EnumSource
    void a_voided_invoice_cancels_what_nobody_has_begun_to_pay(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);
            URI link = invoices.asked(INVOICE, "final", "9000.00");

            invoices.voidIt();

            assertThat(shop.sql("select state from payment_request")).isEqualTo("CANCELED");
            assertThat(invoices.expected(INVOICE)).isEqualTo("0.00 + 0.00");
            assertThat(words(shop, link)).contains("pay.stopped.invoice_voided", "pay.stopped.not_charged");
            assertThat(shop.click(link)).isNotInstanceOf(ActionResult.Leave.class);
            assertThat(shop.sql("select count(*) from attempt")).isEqualTo("0");
            assertThat(shop.host.outgoing().count(EXPIRE)).isZero();
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(TestDatabase.values())
                .flatMap(database -> Stream.of(
                                Optional.<Fault>empty(),
                                Optional.of(Fault.REFUSED),
                                Optional.of(Fault.LOST_REQUEST),
                                Optional.of(Fault.LOST_ANSWER),
                                Optional.of(Fault.ERROR_500),
                                Optional.of(Fault.LIMITED))
                        .map(fault -> Arguments.of(database, fault)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_session_that_was_begun_is_closed_at_stripe(TestDatabase database, Optional<Fault> fault) {
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);
            URI link = invoices.asked(INVOICE, "final", "9000.00");
            URI session = shop.clickThrough(link);
            fault.ifPresent(one -> shop.host.outgoing().plan(EXPIRE, one));

            invoices.voidIt();
            shop.sweep(MINUTE);
            shop.sweep(MINUTE);

            assertThat(shop.sql("select state from attempt")).isEqualTo("EXPIRED");
            assertThat(shop.sql("select state from payment_request")).isEqualTo("CANCELED");
            assertThat(shop.payer.pay(session, TestPayer.GOOD_CARD))
                    .as("too late")
                    .isEmpty();
            assertThat(shop.sql("select count(*) from outbox where state = 'DUE'"))
                    .isEqualTo("0");
            assertThat(invoices.expected(INVOICE)).isEqualTo("0.00 + 0.00");
            assertThat(shop.sql("select count(*) from timeline_entry where kind = 'canceled'"))
                    .isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoever_was_faster_has_paid_and_the_office_hears_of_it(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);
            URI link = invoices.asked(INVOICE, "final", "9000.00");
            assertThat(shop.payer.pay(shop.clickThrough(link), TestPayer.GOOD_CARD))
                    .isPresent();

            invoices.voidIt();
            shop.webhooks();

            assertThat(shop.sql("select state from payment_request")).isEqualTo("PAID");
            assertThat(assertThatShop(shop).notices("notice.paid_although.invoice_voided"))
                    .isEqualTo(1);
            assertThat(assertThatShop(shop).mails("receipt.subject")).isEqualTo(1);
            assertThat(invoices.told(INVOICE).toPlainDecimal()).isEqualTo("9000.00");
            assertThat(words(shop, link)).contains("pay.paid");
            assertThatShop(shop).booksBalance();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_session_whose_address_was_lost_is_closed_when_it_turns_up(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);
            URI link = invoices.asked(INVOICE, "final", "9000.00");
            shop.host.outgoing().plan("POST /v1/checkout/sessions", Fault.LOST_ANSWER);
            assertThat(shop.click(link)).isInstanceOf(ActionResult.Again.class);

            invoices.voidIt();
            shop.sweep(MINUTE);
            shop.sweep(MINUTE);

            assertThat(shop.sql("select state from attempt")).isEqualTo("EXPIRED");
            assertThat(shop.sql("select state from payment_request")).isEqualTo("CANCELED");
            assertThat(SessionsAtStripe.count(shop)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_mail_leaves_for_what_was_stopped(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);
            shop.host.mail().answers(MailOutcome.tryLater("down"));
            assertThat(invoices.ask(INVOICE, "final", "9000.00")).isInstanceOf(ActionResult.Done.class);
            shop.work();

            invoices.voidIt();
            shop.host.mail().answers(MailOutcome.handedOver());
            shop.sweep(MINUTE);

            assertThat(shop.host.mail().taken()).isEmpty();
            assertThat(shop.sql("select state from outbox where kind = 'request_mail'"))
                    .isEqualTo("SKIPPED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_project_takes_its_invoices_along_when_it_closes_or_goes(TestDatabase database) {
        for (String kind : new String[] {RecordEvent.CLOSED, RecordEvent.DELETED}) {
            try (Shop shop = Shop.connected(database)) {
                Invoices invoices = Invoices.of(shop);
                URI deposit = shop.requestedLink();
                URI balance = invoices.asked(INVOICE, "custom", "100.00");
                if (kind.equals(RecordEvent.CLOSED)) {
                    invoices.stage(ProjectView.STAGE_CLOSED);
                } else {
                    shop.host.records().remove(Shop.RIDGELINE, INVOICE);
                    shop.host.records().remove(Shop.RIDGELINE, Shop.PROJECT);
                }

                invoices.tell(kind, Shop.PROJECT);

                assertThat(shop.sql("select count(*) from payment_request where state = 'CANCELED'"))
                        .isEqualTo("2");
                assertThat(words(shop, deposit)).contains("pay.stopped.withdrawn");
                assertThat(words(shop, balance)).contains("pay.stopped.withdrawn");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_old_event_told_again_leaves_what_was_asked_for_since(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);
            invoices.stage(ProjectView.STAGE_CLOSED);
            invoices.tell(RecordEvent.CLOSED, Shop.PROJECT);
            shop.host.clock().advance(MINUTE);
            invoices.stage(ProjectView.STAGE_IN_PROGRESS);
            URI link = shop.requestedLink();

            invoices.tellAgain();

            assertThat(shop.sql("select state from payment_request")).isEqualTo("OPEN");
            assertThat(shop.clickThrough(link)).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_not_about_money_changes_nothing(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);
            URI link = invoices.asked(INVOICE, "final", "9000.00");

            invoices.tell("painted", Shop.PROJECT);
            invoices.tell(RecordEvent.SIGNED, Shop.PROJECT);
            invoices.changeTotal(5_000_00);
            invoices.tell(RecordEvent.DELETED, RecordRef.client("c1"));
            invoices.tell(RecordEvent.DELETED, RecordRef.project("another"));

            assertThat(shop.sql("select state from payment_request")).isEqualTo("OPEN");
            assertThat(shop.sql("select amount_minor from payment_request")).isEqualTo("900000");
            assertThat(shop.clickThrough(link)).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_corrected_address_gets_the_mail_that_has_not_left(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);
            shop.host.mail().answers(MailOutcome.tryLater("down"));
            assertThat(invoices.ask(INVOICE, "custom", "5.00")).isInstanceOf(ActionResult.Done.class);
            shop.work();
            correct(shop.host.records()::put, "new@example.com");

            invoices.tell(RecordEvent.EMAIL_CORRECTED, RecordRef.client("c1"), Map.of("from", "other@example.com"));
            assertThat(shop.sql("select recipient_email from payment_request")).isEqualTo("dana@example.com");
            invoices.tell(RecordEvent.EMAIL_CORRECTED, RecordRef.client("c1"), Map.of());
            assertThat(shop.sql("select recipient_email from payment_request")).isEqualTo("dana@example.com");
            invoices.tell(RecordEvent.EMAIL_CORRECTED, RecordRef.client("c1"), Map.of("from", "dana@example.com"));
            shop.host.mail().answers(MailOutcome.handedOver());
            shop.sweep(MINUTE);

            assertThat(shop.host.mail().taken())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.to()).isEqualTo("new@example.com"));
            invoices.tell(RecordEvent.MERGED, RecordRef.client("c1"), Map.of(RecordEvent.INTO, "c9"));
            assertThat(shop.sql("select client_id from payment_request")).isEqualTo("c9");
        }
    }

    private interface Put {
        void client(OrgId org, ClientView client);
    }

    private static void correct(Put put, String email) {
        put.client(
                Shop.RIDGELINE,
                new ClientView("c1", "Dana Miller", Optional.of(email), Optional.empty(), Optional.empty()));
    }

    /** Everything that a page says, by key. */
    static String words(Shop shop, URI link) {
        Page page = shop.open(link).orElseThrow();
        return page.blocks().toString();
    }
}
