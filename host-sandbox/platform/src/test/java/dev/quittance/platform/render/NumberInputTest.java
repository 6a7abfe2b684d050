package dev.quittance.platform.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumberInputTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en-US; 1234; 1234", "en-US; 1,234.50; 1234.50", "en-US; $6,000.00; 6000.00", "en-US; 6000 USD; 6000",
                "en-US; 0.05; 0.05", "de-DE; 1.234,50; 1234.50", "de-DE; 1234,5; 1234.5", "de-DE; 1.234; 1234",
                "fr-FR; 1 234,5; 1234.5", "de-CH; 1'234.50; 1234.50", "ar-EG; ١٢٣; 123", "en-US; 1,234,567; 1234567"
            })
    void what_is_certain_becomes_a_plain_decimal(String language, String typed, String plain) {
        NumberInput input = new NumberInput(Locale.forLanguageTag(language));

        assertThat(input.money(typed, "USD").plainDecimal()).hasValue(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en-US; 1.234,5; AMBIGUOUS",
                "de-DE; 1,234; AMBIGUOUS",
                "en-US; 1.234; AMBIGUOUS",
                "en-US; 12,34; AMBIGUOUS",
                "en-US; 1,23,456; AMBIGUOUS",
                "en-US; 1..2; AMBIGUOUS",
                "en-US; .5; AMBIGUOUS",
                "en-US; -5; NEGATIVE",
                "en-US; (5); NEGATIVE",
                "en-US; −5; NEGATIVE",
                "en-US; abc; NOT_A_NUMBER",
                "en-US; 1e3; NOT_A_NUMBER",
                "en-US; 12x; NOT_A_NUMBER",
                "en-US; 1.2345; TOO_MANY_DECIMALS",
                "de-DE; 5,12345; TOO_MANY_DECIMALS",
                "en-US; 1234567890123456; TOO_LARGE",
                "en-US; ,; NOT_A_NUMBER",
                "en-US; 1 2; AMBIGUOUS"
            })
    void what_could_mean_two_amounts_or_none_is_refused(String language, String typed, String fault) {
        NumberInput.Answer answer = new NumberInput(Locale.forLanguageTag(language)).money(typed, "USD");

        assertThat(answer.plainDecimal()).isEmpty();
        assertThat(answer.fault().map(Enum::name)).isEqualTo(Optional.of(fault));
    }

    @ParameterizedTest
    @CsvSource({"JPY,500.5,TOO_MANY_DECIMALS", "KWD,1.2345,TOO_MANY_DECIMALS", "JPY,500.500,AMBIGUOUS"})
    void decimals_are_bounded_by_the_currency(String currency, String typed, String fault) {
        NumberInput.Answer answer = new NumberInput(Locale.US).money(typed, currency);

        assertThat(answer.fault().map(Enum::name)).isEqualTo(Optional.of(fault));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"en-US; 37.5%; 37.5", "de-DE; 37,5; 37.5", "de-DE; 37,5 %; 37.5", "en-US; 40; 40"})
    void percentages_are_read_with_or_without_their_sign(String language, String typed, String plain) {
        NumberInput input = new NumberInput(Locale.forLanguageTag(language));

        assertThat(input.percent(typed).plainDecimal()).hasValue(plain);
    }
}
