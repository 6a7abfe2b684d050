package dev.quittance.api.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quittance.api.money.MoneyException.Reason;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MoneyTest {
    private static final List<String> CURRENCIES = List.of("USD", "EUR", "JPY", "KWD", "ISK", "UGX", "MGA", "IDR");

    @ParameterizedTest
    @CsvSource({
        "25.95, USD, 2595",
        "25.950, USD, 2595",
        "-3, USD, -300",
        "500, JPY, 500",
        "1.230, KWD, 1230",
        "100, ISK, 10000",
        "7, UGX, 700"
    })
    void a_plain_decimal_is_read_exactly(String text, String currency, long minor) {
        assertThat(Money.parse(text, currency)).isEqualTo(Money.of(minor, currency));
    }

    @ParameterizedTest
    @CsvSource({
        "'', USD, EMPTY",
        "'1.234,5', USD, NOT_A_NUMBER",
        "'1,234', USD, NOT_A_NUMBER",
        "1e3, USD, NOT_A_NUMBER",
        "NaN, USD, NOT_A_NUMBER",
        "25.955, USD, TOO_MANY_DECIMALS",
        "1.5, JPY, TOO_MANY_DECIMALS",
        "1.234, KWD, TOO_MANY_DECIMALS",
        "1.50, ISK, TOO_MANY_DECIMALS",
        "999999999999999999, USD, OVERFLOW",
        "1, XXX, UNKNOWN_CURRENCY"
    })
    void what_is_not_certain_is_refused_with_its_reason(String text, String currency, Reason reason) {
        assertThatExceptionOfType(MoneyException.class)
                .isThrownBy(() -> Money.parse(text, currency))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void reading_what_was_written_gives_the_same_amount() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            Money money = anyAmount(random);
            assertThat(Money.parse(money.toPlainDecimal(), money.currency())).isEqualTo(money);
        }
    }

    @Test
    void parts_add_up_to_the_whole_and_each_is_a_multiple_of_the_step() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            Money whole = anyAmount(random);
            List<Money> parts = whole.split(1 + random.nextInt(Money.MAX_PARTS));
            assertThat(parts.stream().reduce(Money.zero(whole.currency()), Money::plus))
                    .isEqualTo(whole);
            assertThat(parts).allMatch(part -> part.minor() % whole.unit().stepMinor() == 0);
        }
    }

    @Test
    void a_share_never_exceeds_the_whole() {
        Random random = new Random(13);
        for (int i = 0; i < 20_000; i++) {
            Money whole = anyAmount(random);
            Money share = whole.percent(random.nextInt(Money.HUNDRED_PERCENT + 1));
            assertThat(Math.abs(share.minor())).isLessThanOrEqualTo(Math.abs(whole.minor()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1200000, USD, 4000, 480000",
        "99, USD, 1250, 12",
        "1, USD, 5000, 1",
        "1000, KWD, 3333, 330",
        "5, JPY, 5000, 3"
    })
    void a_share_is_rounded_half_up_to_the_step(long whole, String currency, int basisPoints, long share) {
        assertThat(Money.of(whole, currency).percent(basisPoints)).isEqualTo(Money.of(share, currency));
    }

    @Test
    void a_hundred_in_three_leaves_the_rest_to_the_last() {
        assertThat(Money.of(10_000, "USD").split(3))
                .containsExactly(Money.of(3_333, "USD"), Money.of(3_333, "USD"), Money.of(3_334, "USD"));
    }

    @Test
    void two_currencies_never_meet() {
        assertThatExceptionOfType(MoneyException.class)
                .isThrownBy(() -> Money.of(1, "USD").plus(Money.of(1, "EUR")))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.CURRENCY_MISMATCH));
    }

    @Test
    void an_overflow_is_refused() {
        assertThatExceptionOfType(MoneyException.class)
                .isThrownBy(() -> Money.of(Long.MAX_VALUE, "USD").plus(Money.of(1, "USD")))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.OVERFLOW));
        assertThatExceptionOfType(MoneyException.class)
                .isThrownBy(() -> Money.of(Long.MIN_VALUE, "USD").negated());
    }

    private static Money anyAmount(Random random) {
        String currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
        long step = CurrencyUnit.of(currency).stepMinor();
        return Money.of((random.nextInt(20_000_000) - 1_000) * step, currency);
    }
}
