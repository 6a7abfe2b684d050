package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.InvoiceIT.pay;
import static dev.quittance.stripe.flow.Invoices.INVOICE;
import static dev.quittance.stripe.flow.ShopAssert.assertThatShop;
import static dev.quittance.stripe.flow.StopIT.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.payment.Objection;
import dev.quittance.api.record.InvoiceView;
import dev.quittance.api.screen.DocumentLinkView;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Text;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestPayer;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class DocumentLinkIT {
    @ParameterizedTest
    @EnumSource
    void the_link_is_made_once_counts_as_nothing_asked_for_and_can_be_paid(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);
            DocumentLinkView link = invoices.link().orElseThrow();
            shop.work();

            assertThat(invoices.link()).contains(link);
            assertThat(link.amount().toPlainDecimal()).isEqualTo("9000.00");
            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("1");
            assertThat(shop.host.mail().taken()).isEmpty();
            assertThat(invoices.shown(INVOICE, "amount")).isEqualTo("9000.00");
            pay(shop, link.address());

            assertThat(invoices.totals(INVOICE)).containsExactly("9000.00", "0.00", "0.00");
            assertThat(invoices.told(INVOICE).toPlainDecimal()).isEqualTo("9000.00");
            assertThat(invoices.link()).isEmpty();
            assertThat(words(shop, link.address())).contains("pay.paid");
            assertThat(assertThatShop(shop).mails("receipt.subject")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_stands_behind_the_link_follows_what_is_left(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);
            URI address = invoices.link().orElseThrow().address();

            pay(shop, invoices.asked(INVOICE, "custom", "4000.00"));
            assertThat(words(shop, address)).contains("USD 5000.00");
            invoices.changeTotal(10_000_00);
            assertThat(words(shop, address)).contains("USD 6000.00");
            pay(shop, shop.requestedLink());
            assertThat(words(shop, address)).as("the project's left").contains("USD 3200.00");
            assertThat(invoices.asked(INVOICE, "final", "3200.00")).isNotEqualTo(address);
            assertThat(words(shop, address)).contains("pay.stopped.nothing_left");
            assertThat(invoices.link()).isEmpty();

            invoices.changeTotal(0);
            invoices.put(InvoiceView.STATE_ISSUED, 10_000_00);
            shop.tamper("update payment_request set state = 'CANCELED' where state = 'OPEN'");
            shop.tamper("update record_balance set requested_minor = 0");
            assertThat(invoices.link().map(DocumentLinkView::address))
                    .as("for the invoice's life")
                    .contains(address);
            assertThat(shop.sql("select count(*) from pay_link")).isEqualTo("4");
        }
    }

    @ParameterizedTest
    @EnumSource
    void documents_made_at_the_same_time_have_one_link(TestDatabase database) throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);

            List<Callable<Optional<DocumentLinkView>>> all = Collections.nCopies(24, invoices::link);
            for (Future<Optional<DocumentLinkView>> one : crowd.invokeAll(all)) {
                one.get().ifPresent(link -> assertThat(invoices.link()).contains(link));
            }

            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("1");
            assertThat(shop.sql("select count(*) from pay_link")).isEqualTo("1");
        } finally {
            crowd.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void another_plugin_may_object_to_a_link(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);
            shop.host.paymentHooks().objects(List.of(new Objection("roofing", "no", Text.plain("Not this one."))));

            assertThat(invoices.link()).isEmpty();
            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_session_behind_the_old_amount_is_closed(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);
            URI address = invoices.link().orElseThrow().address();
            URI session = shop.clickThrough(address);

            invoices.changeTotal(8_000_00);
            assertThat(shop.payer.pay(session, TestPayer.GOOD_CARD)).isEmpty();

            assertThat(shop.sql("select state from attempt")).isEqualTo("EXPIRED");
            pay(shop, address);
            assertThat(invoices.totals(INVOICE)).containsExactly("8000.00", "0.00", "0.00");
        }
    }

    @ParameterizedTest
    @EnumSource
    void money_for_the_old_amount_is_booked_and_shown(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);
            URI address = invoices.link().orElseThrow().address();
            URI back = shop.payer
                    .pay(shop.clickThrough(address), TestPayer.GOOD_CARD)
                    .orElseThrow();

            invoices.changeTotal(8_000_00);
            assertThat(shop.open(back).orElseThrow().blocks().toString()).contains("pay.paid", "USD 9000.00");
            shop.webhooks();

            assertThat(invoices.totals(INVOICE)).containsExactly("9000.00", "0.00", "0.00");
            assertThat(assertThatShop(shop).notices("notice.paid_although.replaced"))
                    .isEqualTo(1);
            assertThat(words(shop, address)).contains("pay.stopped.nothing_left");
            assertThatShop(shop).booksBalance();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_click_on_an_amount_that_has_changed_shows_the_new_one_first(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);
            URI address = invoices.link().orElseThrow().address();
            invoices.put(InvoiceView.STATE_ISSUED, 8_000_00);

            ActionResult first = shop.click(address);
            assertThat(ShopAssert.problems(first)).containsEntry("form", "pay.amount_changed");
            assertThat(shop.sql("select count(*) from attempt")).isEqualTo("0");
            ActionResult stale = shop.click(address, Map.of("shown", "9000.00 USD"));
            assertThat(ShopAssert.problems(stale)).containsEntry("form", "pay.amount_changed");

            assertThat(shop.click(address, Map.of("shown", "8000.00 USD"))).isInstanceOf(ActionResult.Leave.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"draft, 900000", "void, 900000", "issued, 0", "issued, 49"})
    void where_nothing_is_owed_there_is_no_link(String state, long totalMinor) {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            Invoices invoices = Invoices.of(shop);
            invoices.put(state, totalMinor);

            assertThat(invoices.link()).isEmpty();
            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_voided_invoice_says_so_behind_its_link(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);
            URI address = invoices.link().orElseThrow().address();

            invoices.voidIt();

            assertThat(invoices.link()).isEmpty();
            assertThat(words(shop, address)).contains("pay.stopped.invoice_voided");
            assertThat(shop.sql("select state from payment_request")).isEqualTo("CANCELED");
        }
    }
}
