package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.Invoices.INVOICE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.record.InvoiceView;
import dev.quittance.api.record.RecordEvent;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.FormValues;
import dev.quittance.stripe.testhost.TestDatabase;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InvoiceSplitIT {
    @ParameterizedTest
    @EnumSource
    void an_invoice_is_split_and_nothing_is_left_behind_its_link(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);
            assertThat(invoices.link()).isPresent();

            ActionResult result =
                    shop.action("split-payment").submit(INVOICE, shop.submission(two("4500.00")), Shop.office());
            shop.work();

            assertThat(result).isInstanceOf(ActionResult.Done.class);
            assertThat(invoices.totals(INVOICE)).containsExactly("0.00", "0.00", "9000.00");
            assertThat(shop.host.mail().taken()).hasSize(2);
            assertThat(invoices.link()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void closing_the_project_stops_the_parts_of_a_split_of_its_invoice(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            Invoices invoices = Invoices.of(shop);
            shop.action("split-payment").submit(INVOICE, shop.submission(two("4500.00")), Shop.office());

            invoices.tell(RecordEvent.CLOSED, Shop.PROJECT, Map.of());

            assertThat(shop.sql("select count(*) from payment_request where state = 'CANCELED'"))
                    .isEqualTo("2");
            assertThat(invoices.totals(INVOICE)).containsExactly("0.00", "0.00", "0.00");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {InvoiceView.STATE_DRAFT, InvoiceView.STATE_VOID})
    void what_nobody_owes_cannot_be_split(String state) {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            Invoices invoices = Invoices.of(shop);
            invoices.put(state, 9_000_00);

            assertThat(shop.action("split-payment")
                            .form(INVOICE, FormValues.none(), Shop.office())
                            .orElseThrow()
                            .fields())
                    .isEmpty();
            assertThat(shop.action("split-payment").submit(INVOICE, shop.submission(two("4500.00")), Shop.office()))
                    .isInstanceOf(ActionResult.Refused.class);
            assertThat(shop.sql("select count(*) from payment_request")).isEqualTo("0");
        }
    }

    private static Map<String, String> two(String share) {
        Map<String, String> answers = new TreeMap<>();
        answers.put("total", "9000.00");
        answers.put("shownTotal", "9000.00");
        answers.put("payers", "2");
        answers.put("shownPayers", "2");
        for (int payer = 1; payer <= 2; payer++) {
            answers.put("payer" + payer + "Name", "Payer " + payer);
            answers.put("payer" + payer + "Email", "p" + payer + "@example.com");
            answers.put("payer" + payer + "Share", share);
        }
        return answers;
    }
}
