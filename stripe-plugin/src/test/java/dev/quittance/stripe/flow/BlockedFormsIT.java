package dev.quittance.stripe.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.record.RecordRef;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.FormValues;
import dev.quittance.api.ui.Tone;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** While customers cannot pay, whoever opens a form to ask them finds the reason, and nothing to fill in or to send. */
final class BlockedFormsIT {
    private static final RecordRef INVOICE = RecordRef.invoice("1042");
    /** Somebody left the page open, or the address has them. */
    private static final FormValues LEFT_OPEN = new FormValues(Map.of("amount", "500.00", "total", "500.00"));

    @ParameterizedTest
    @EnumSource
    void without_a_connection_no_form_has_fields_and_with_one_they_all_have(TestDatabase database) {
        try (Shop shop = Shop.unconnected(database)) {
            Invoices.of(shop);
            assertThat(forms(shop)).hasSize(8).allSatisfy(BlockedFormsIT::assertBlocked);

            shop.connect(Shop.RIDGELINE, TestHost.RIDGELINE_KEY);

            assertThat(forms(shop)).hasSize(8).allSatisfy(BlockedFormsIT::assertOpen);
        }
    }

    @Test
    void an_account_that_may_not_charge_or_whose_key_is_refused_shows_none_either() {
        try (Shop shop = Shop.connected(TestDatabase.H2)) {
            Invoices.of(shop);
            assertThat(forms(shop)).allSatisfy(BlockedFormsIT::assertOpen);

            shop.tamper("update connection set charges_enabled = false");
            assertThat(forms(shop)).hasSize(8).allSatisfy(BlockedFormsIT::assertBlocked);

            shop.tamper("update connection set state = 'NEEDS_RECONNECT'");
            assertThat(forms(shop)).hasSize(8).allSatisfy(BlockedFormsIT::assertBlocked);
        }
    }

    private static List<Form> forms(Shop shop) {
        List<Form> forms = new ArrayList<>();
        for (String action : List.of("request-payment", "split-payment")) {
            for (RecordRef record : List.of(Shop.PROJECT, INVOICE)) {
                for (FormValues given : List.of(FormValues.none(), LEFT_OPEN)) {
                    forms.add(shop.action(action)
                            .form(record, given, Shop.office())
                            .orElseThrow());
                }
            }
        }
        return forms;
    }

    private static void assertBlocked(Form form) {
        assertThat(form.fields()).isEmpty();
        assertThat(form.submit().key()).isEqualTo("request.look_again");
        assertThat(form.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.tone()).isEqualTo(Tone.DANGER);
            assertThat(notice.text().key()).isEqualTo("error.not_connected.ask");
            assertThat(notice.text().arguments()).contains("Alex Reyes");
        });
    }

    private static void assertOpen(Form form) {
        assertThat(form.fields()).hasSizeGreaterThan(3);
        assertThat(form.submit().key()).isIn("request.submit", "split.submit");
    }
}
