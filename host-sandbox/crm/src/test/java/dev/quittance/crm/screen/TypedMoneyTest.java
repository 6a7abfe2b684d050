package dev.quittance.crm.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.crm.identity.Organisation;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class TypedMoneyTest {
    private static final Organisation AMERICAN = organisation("USD", Locale.US);
    private static final Organisation GERMAN = organisation("EUR", Locale.GERMANY);

    @Test
    void an_amount_is_read_by_the_signs_of_its_readers_language() {
        for (String typed : List.of("12000", "12,000", "12,000.00", "$12,000", " 12000.0 ", "12,000.00 USD")) {
            assertThat(TypedMoney.read(typed, "USD", AMERICAN).money())
                    .as(typed)
                    .contains(Money.of(1_200_000, "USD"));
        }
        for (String typed : List.of("12000", "12.000", "12.000,00", "12.000,00 €", "EUR 12000")) {
            assertThat(TypedMoney.read(typed, "EUR", GERMAN).money()).as(typed).contains(Money.of(1_200_000, "EUR"));
        }
        assertThat(TypedMoney.read("500", "JPY", AMERICAN).money()).contains(Money.of(500, "JPY"));
    }

    @Test
    void what_could_mean_two_numbers_or_none_is_refused_with_words() {
        for (String typed : List.of(
                "12.000,00",
                "1,2",
                "12,00",
                "-5",
                "(5)",
                "1e3",
                "0x10",
                "5.001",
                "12 000",
                "€5",
                "five",
                "1,000,00",
                "",
                "99999999999999",
                "$")) {
            TypedMoney.Answer answer = TypedMoney.read(typed, "USD", AMERICAN);
            assertThat(answer.money()).as(typed).isEmpty();
            assertThat(answer.problem()).as(typed).isPresent();
        }
        assertThat(TypedMoney.read("1.50", "JPY", AMERICAN).money()).isEmpty();
        assertThat(TypedMoney.read("$5", "EUR", GERMAN).money()).isEmpty();
    }

    @Test
    void what_is_written_into_a_field_is_read_as_the_same() {
        Money money = Money.of(1_234_567, "EUR");

        assertThat(TypedMoney.read(TypedMoney.write(money, GERMAN), "EUR", GERMAN)
                        .money())
                .contains(money);
        assertThat(TypedMoney.write(money, GERMAN)).isEqualTo("12345,67");
    }

    private static Organisation organisation(String currency, Locale locale) {
        return new Organisation(new OrgId("a"), "A", currency, locale, ZoneId.of("UTC"), "", "");
    }
}
