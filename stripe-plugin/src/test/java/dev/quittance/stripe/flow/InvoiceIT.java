package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.Invoices.INVOICE;
import static dev.quittance.stripe.flow.ShopAssert.assertThatShop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.money.Money;
import dev.quittance.api.record.InvoiceView;
import dev.quittance.api.record.ProjectView;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.ListView;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestPayer;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class InvoiceIT {
    @ParameterizedTest
    @EnumSource
    void parts_of_an_invoice_are_asked_for_and_paid_until_nothing_is_left(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);
            assertThat(invoices.shown(INVOICE, "amount")).isEqualTo("9000.00");
            assertThat(invoices.shown(INVOICE, "description")).isEqualTo("Invoice INV-1042");
            assertThat(invoices.shown(INVOICE, "type")).isEqualTo("final");

            pay(shop, invoices.asked(INVOICE, "custom", "4000.00"));
            assertThat(invoices.shown(INVOICE, "amount")).isEqualTo("5000.00");
            URI rest = invoices.asked(INVOICE, "final", "5000.00");
            assertThat(invoices.expected(INVOICE)).isEqualTo("5000.00 + 0.00");
            pay(shop, rest);

            assertThat(invoices.totals(INVOICE)).containsExactly("9000.00", "0.00", "0.00");
            assertThat(invoices.told(INVOICE)).isEqualTo(Money.of(9_000_00, "USD"));
            assertThat(invoices.expected(INVOICE)).isEqualTo("0.00 + 0.00");
            assertThat(ShopAssert.problems(invoices.ask(INVOICE, "custom", "1.00")))
                    .containsEntry("form", "request.nothing_left request.will_request");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_project_counts_its_invoices_and_a_deposit_counts_towards_them(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);
            pay(shop, shop.requestedLink());

            assertThat(invoices.shown(INVOICE, "amount"))
                    .as("at most the project's left")
                    .isEqualTo("7200.00");
            pay(shop, invoices.asked(INVOICE, "custom", "1200.00"));

            assertThat(invoices.totals(Shop.PROJECT)).containsExactly("6000.00", "0.00", "0.00");
            assertThat(invoices.totals(INVOICE)).containsExactly("1200.00", "0.00", "0.00");
            assertThat(invoices.told(Shop.PROJECT)).isEqualTo(Money.of(4_800_00, "USD"));
            assertThat(invoices.told(INVOICE)).isEqualTo(Money.of(1_200_00, "USD"));
            ListView list = shop.payments();
            assertThat(list.rows()).hasSize(2);
            assertThat(list.columns().get(1).key()).isEqualTo("record");
            assertThat(list.rows().get(0).cells().toString()).contains("INV-1042");
            assertThat(list.rows().get(1).cells().toString()).contains("payments.record.project");
        }
    }

    @ParameterizedTest
    @CsvSource({"draft, 900000", "void, 900000", "issued, 0"})
    void what_nobody_owes_cannot_be_asked_for(String state, long totalMinor) {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            Invoices invoices = Invoices.of(shop);
            invoices.put(state, totalMinor);

            assertThat(invoices.form(INVOICE).fields()).isEmpty();
            assertThat(invoices.form(INVOICE).notices().get(0).text().fallback())
                    .contains("so no link is made");
            ActionResult result = invoices.ask(INVOICE, "custom", "5.00");

            assertThat(((ActionResult.Refused) result).code().value()).isEqualTo("nothing_to_collect");
            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @CsvSource({"project, 7", "invoice, 1042"})
    void nothing_is_asked_for_on_a_closed_project(String object, String id) {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            Invoices invoices = Invoices.of(shop);
            invoices.stage(ProjectView.STAGE_CLOSED);

            ActionResult result = invoices.ask(new RecordRef(object, id), "custom", "5.00");

            assertThat(((ActionResult.Refused) result).reason().key()).isEqualTo("error.nothing_to_collect.closed");
        }
    }

    @ParameterizedTest
    @CsvSource({"deposit", "progress", "invoice"})
    void types_that_make_no_sense_on_an_invoice_are_refused(String type) {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            Invoices invoices = Invoices.of(shop);

            assertThat(ShopAssert.problems(invoices.ask(INVOICE, type, "5.00")))
                    .containsEntry("type", "error.type_unknown");
        }
    }

    @ParameterizedTest
    @CsvSource({"KWD, 10003, 10.000", "KWD, 10005, 10.000", "JPY, 10003, 10003", "USD, 49, ''"})
    void the_balance_is_what_can_be_charged(String currency, long totalMinor, String shown) {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            Invoices invoices = Invoices.of(shop);
            invoices.put("1", InvoiceView.STATE_ISSUED, Money.of(totalMinor, currency), Optional.empty());

            assertThat(invoices.shown(RecordRef.invoice("1"), "amount")).isEqualTo(shown);
        }
    }

    @ParameterizedTest
    @EnumSource
    void money_for_a_record_that_is_gone_is_booked_told_and_receipted(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);
            URI session = shop.clickThrough(invoices.asked(INVOICE, "final", "9000.00"));
            assertThat(shop.payer.pay(session, TestPayer.GOOD_CARD)).isPresent();
            shop.host.records().remove(Shop.RIDGELINE, INVOICE);
            shop.webhooks();

            assertThat(invoices.told(INVOICE)).isEqualTo(Money.of(9_000_00, "USD"));
            assertThat(invoices.expected(INVOICE)).isEqualTo("0.00 + 0.00");
            assertThatShop(shop).booksBalance();
            assertThat(assertThatShop(shop).mails("receipt.subject")).isEqualTo(1);
            assertThat(assertThatShop(shop).notices("notice.paid")).isEqualTo(1);
            assertThat(invoices.totals(Shop.PROJECT))
                    .as("still the project's")
                    .containsExactly("9000.00", "0.00", "0.00");
        }
    }

    static void pay(Shop shop, URI link) {
        assertThat(shop.payer.pay(shop.clickThrough(link), TestPayer.GOOD_CARD)).isPresent();
        shop.webhooks();
    }
}
