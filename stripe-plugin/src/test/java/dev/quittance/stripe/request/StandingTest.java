package dev.quittance.stripe.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.InvoiceView;
import dev.quittance.api.record.OrgView;
import dev.quittance.api.record.ProjectView;
import dev.quittance.stripe.ledger.RecordBalance;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule of the books (decision 7). */
final class StandingTest {
    private static final int MANY = 500;

    @ParameterizedTest
    @ValueSource(strings = {"USD", "JPY", "KWD"})
    void the_parts_of_a_total_and_what_is_left_add_up(String currency) {
        Random random = new Random(7);
        for (int i = 0; i < MANY; i++) {
            Money total = Money.of(10 * (1_000 + random.nextInt(1_000_000)), currency);
            Money paid = Money.zero(currency);
            Money requested = Money.zero(currency);
            for (Money part : total.split(1 + random.nextInt(12))) {
                Money left = invoice(total, balance(requested, paid), Optional.empty())
                        .left()
                        .orElseThrow();
                assertThat(left.plus(paid).plus(requested)).isEqualTo(total);
                if (random.nextBoolean()) {
                    paid = paid.plus(part);
                } else {
                    requested = requested.plus(part);
                }
            }
            Standing all = invoice(total, balance(requested, paid), Optional.empty());
            assertThat(all.left()).contains(Money.zero(currency));
            assertThat(Preset.of(RequestType.FINAL, all).amount()).isEmpty();
        }
    }

    @Test
    void an_invoice_has_never_more_left_than_its_project() {
        Random random = new Random(11);
        for (int i = 0; i < MANY; i++) {
            Money total = Money.of(random.nextInt(100_000), "USD");
            Money cap = Money.of(random.nextInt(200_000) - 50_000, "USD");
            Standing standing = invoice(total, RecordBalance.none("USD"), Optional.of(cap));

            assertThat(standing.left().orElseThrow())
                    .isLessThanOrEqualTo(cap)
                    .isLessThanOrEqualTo(total)
                    .isIn(cap, total);
            Preset.of(RequestType.FINAL, standing)
                    .amount()
                    .ifPresent(amount -> assertThat(amount.isPositive()).isTrue());
        }
    }

    @ParameterizedTest
    @CsvSource({"draft", "void"})
    void of_what_nobody_owes_nothing_is_left(String state) {
        Standing standing = standing(invoice(state, Money.of(500, "USD")), Optional.empty());

        assertThat(standing.left()).contains(Money.zero("USD"));
        assertThat(standing.askable()).isEmpty();
    }

    @Test
    void a_project_without_a_contract_has_no_left() {
        ProjectView project =
                new ProjectView("7", "Call", "c1", ProjectView.STAGE_IN_PROGRESS, "USD", Optional.empty());

        assertThat(standing(Subject.of(project), Optional.empty()).left()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "USD, 10000.01, 33.333, 3333.30",
        "JPY, 10001, 33.333, 3334",
        "KWD, 10000.010, 33.333, 3333.300",
        "KWD, 33.340, 50, 16.670"
    })
    void a_share_and_the_rest_come_to_the_contract(String currency, String contract, BigDecimal percent, String share) {
        Money total = Money.ofMajor(new BigDecimal(contract), currency);
        Money part = total.percent(percent);
        ProjectView project =
                new ProjectView("7", "Roof", "c1", ProjectView.STAGE_SIGNED, currency, Optional.of(total));

        Standing after = new Standing(
                org(),
                Subject.of(project),
                Optional.empty(),
                balance(Money.zero(currency), part),
                Money.zero(currency),
                Money.zero(currency),
                Optional.empty(),
                1);

        assertThat(part.toPlainDecimal()).isEqualTo(share);
        assertThat(Preset.of(RequestType.FINAL, after).amount().orElseThrow().plus(part))
                .isEqualTo(total);
    }

    @ParameterizedTest
    @CsvSource({"33.3333", "0", "100.001", "-5"})
    void a_share_that_is_none_or_too_fine_is_not_taken(String typed) {
        assertThat(Share.parse(typed)).isEmpty();
    }

    private static Standing invoice(Money total, RecordBalance balance, Optional<Money> cap) {
        Subject subject = invoice(InvoiceView.STATE_ISSUED, total);
        return new Standing(
                org(),
                subject,
                Optional.empty(),
                balance,
                Money.zero(total.currency()),
                Money.zero(total.currency()),
                cap,
                1);
    }

    private static Subject invoice(String state, Money total) {
        return Subject.of(
                new InvoiceView("1", "INV-1", "c1", Optional.empty(), state, total, Optional.empty()),
                Optional.empty());
    }

    private static Standing standing(Subject subject, Optional<Money> cap) {
        String currency = subject.currency();
        return new Standing(
                org(),
                subject,
                Optional.empty(),
                RecordBalance.none(currency),
                Money.zero(currency),
                Money.zero(currency),
                cap,
                1);
    }

    private static RecordBalance balance(Money requested, Money paid) {
        Money zero = Money.zero(paid.currency());
        return new RecordBalance(requested, zero, paid, zero, zero);
    }

    private static OrgView org() {
        return new OrgView(
                new OrgId("ridgeline"), "Ridgeline", "USD", Locale.US, ZoneId.of("America/Denver"), "", "", List.of());
    }
}
