package dev.quittance.stripe.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.money.Money;
import dev.quittance.api.ui.FormValues;
import dev.quittance.api.ui.Text;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TermsReaderTest {
    private final FormProblems problems = new FormProblems();
    private final Map<String, String> answers = new TreeMap<>();
    private Standing standing = TestStandings.of(12_000_00);

    @Test
    void a_percentage_typed_over_the_preset_makes_the_amount() {
        opened("deposit", "50", "6000.00");
        answers.put("percent", "40");

        RequestTerms terms = read().orElseThrow();

        assertThat(terms.amount()).isEqualTo(Money.of(4_800_00, "USD"));
        assertThat(terms.percent()).contains(new BigDecimal("40"));
        assertThat(terms.description()).isEqualTo("40% Deposit – Kitchen remodel");
    }

    @Test
    void an_amount_typed_over_the_preset_counts_and_forgets_the_percentage() {
        opened("deposit", "50", "6000.00");
        answers.put("amount", "5000.00");

        RequestTerms terms = read().orElseThrow();

        assertThat(terms.amount()).isEqualTo(Money.of(5_000_00, "USD"));
        assertThat(terms.percent()).isEmpty();
        assertThat(terms.description()).isEqualTo("Deposit – Kitchen remodel");
    }

    @Test
    void untouched_presets_are_what_is_asked_for() {
        opened("deposit", "50", "6000.00");

        assertThat(read().orElseThrow().amount()).isEqualTo(Money.of(6_000_00, "USD"));
    }

    @Test
    void another_type_with_untouched_amounts_takes_that_types_amount() {
        opened("deposit", "50", "6000.00");
        answers.put("type", "final");

        RequestTerms terms = read().orElseThrow();

        assertThat(terms.amount()).isEqualTo(Money.of(12_000_00, "USD"));
        assertThat(terms.description()).isEqualTo("Final payment – Kitchen remodel");
    }

    @Test
    void both_changed_and_in_agreement_is_fine() {
        opened("deposit", "50", "6000.00");
        answers.put("percent", "25");
        answers.put("amount", "3000");

        assertThat(read().orElseThrow().amount()).isEqualTo(Money.of(3_000_00, "USD"));
    }

    @Test
    void both_changed_and_in_disagreement_asks_at_both_fields() {
        opened("deposit", "50", "6000.00");
        answers.put("percent", "25");
        answers.put("amount", "5000.00");

        assertThat(read()).isEmpty();
        assertThat(problems.byField().keySet()).containsExactlyInAnyOrder("amount", "percent");
        assertThat(code("amount")).isEqualTo("error.amount_and_percent_differ");
    }

    @Test
    void a_contract_that_changed_meanwhile_asks_instead_of_guessing() {
        opened("deposit", "50", "6000.00");
        standing = TestStandings.of(13_000_00);

        assertThat(read()).isEmpty();
        assertThat(problems.byField()).containsKey("amount");
    }

    @Test
    void a_percentage_alone_is_enough() {
        answers.put("type", "custom");
        answers.put("percent", "37.5");

        assertThat(read().orElseThrow().amount()).isEqualTo(Money.of(4_500_00, "USD"));
    }

    @Test
    void an_emptied_amount_is_not_replaced_by_the_percentage_that_was_left_alone() {
        opened("deposit", "50", "6000.00");
        answers.put("amount", "");

        assertThat(read()).isEmpty();
        assertThat(code("amount")).isEqualTo("error.amount_required");
    }

    @ParameterizedTest
    @CsvSource({
        "'', amount_required",
        "-5.00, amount_not_positive",
        "0, amount_not_positive",
        "'1.234,5', amount_not_a_number",
        "12.345, amount_too_many_decimals",
        "0.49, amount_too_small",
        "1000000.00, amount_too_large",
        "9999999999999999999, amount_not_a_number",
        "999999999999999999, amount_too_large",
        "ten, amount_not_a_number"
    })
    void an_amount_that_cannot_be_charged_says_why(String amount, String code) {
        answers.put("type", "custom");
        answers.put("amount", amount);

        assertThat(read()).isEmpty();
        assertThat(code("amount")).isEqualTo("error." + code);
    }

    @ParameterizedTest
    @CsvSource({
        "0, percent_out_of_range",
        "-1, percent_out_of_range",
        "100.01, percent_out_of_range",
        "33.3333, percent_out_of_range",
        "half, percent_not_a_number",
        "'4,5', percent_not_a_number"
    })
    void a_percentage_that_makes_no_sense_says_why(String percent, String code) {
        answers.put("type", "custom");
        answers.put("percent", percent);

        assertThat(read()).isEmpty();
        assertThat(code("percent")).isEqualTo("error." + code);
    }

    @Test
    void a_percentage_without_a_contract_is_refused() {
        standing = TestStandings.without();
        answers.put("type", "custom");
        answers.put("percent", "40");

        assertThat(read()).isEmpty();
        assertThat(code("amount")).isEqualTo("error.percent_without_contract");
    }

    @Test
    void a_description_somebody_wrote_is_kept() {
        opened("deposit", "50", "6000.00");
        answers.put("percent", "40");
        answers.put("description", "Roof, first part");

        assertThat(read().orElseThrow().description()).isEqualTo("Roof, first part");
    }

    @ParameterizedTest
    @CsvSource({"201, description_too_long", "5, description_not_one_line"})
    void a_description_that_does_not_fit_says_why(int length, String code) {
        answers.put("type", "custom");
        answers.put("amount", "10.00");
        answers.put("description", length > 200 ? "x".repeat(length) : "a\nb");

        assertThat(read()).isEmpty();
        assertThat(code("description")).isEqualTo("error." + code);
    }

    @Test
    void an_unknown_type_says_so() {
        answers.put("type", "bribe");
        answers.put("amount", "10.00");

        assertThat(read()).isEmpty();
        assertThat(code("type")).isEqualTo("error.type_unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "signed, 0, 0, DEPOSIT",
        "signed, 6000, 0, CUSTOM",
        "in_progress, 0, 6000, PROGRESS",
        "complete, 0, 6000, FINAL",
        "complete, 0, 0, FINAL"
    })
    void the_usual_type_follows_stage_and_money(String stage, long requested, long paid, RequestType usual) {
        Standing at = TestStandings.at(stage, requested * 100, paid * 100);

        assertThat(at.usualType()).isEqualTo(usual);
    }

    @Test
    void a_deposit_asked_before_lowers_the_next_preset() {
        Standing half = TestStandings.withDeposits(2_000_00);

        Preset preset = Preset.of(RequestType.DEPOSIT, half);

        assertThat(preset.amount()).contains(Money.of(4_000_00, "USD"));
        assertThat(preset.percent()).isEmpty();
    }

    @Test
    void a_final_preset_is_what_is_left_and_nothing_if_nothing_is() {
        assertThat(Preset.of(RequestType.FINAL, TestStandings.at("complete", 1_000_00, 6_000_00))
                        .amount())
                .contains(Money.of(5_000_00, "USD"));
        assertThat(Preset.of(RequestType.FINAL, TestStandings.at("complete", 0, 12_000_00))
                        .amount())
                .isEmpty();
    }

    private void opened(String type, String percent, String amount) {
        answers.put("type", type);
        answers.put("percent", percent);
        answers.put("amount", amount);
        answers.put("presetType", type);
        answers.put("presetPercent", percent);
        answers.put("presetAmount", amount);
        answers.put(
                "description",
                Descriptions.usual(RequestType.find(type).orElseThrow(), Share.parse(percent), standing.subject()));
    }

    private String code(String field) {
        Text problem = problems.byField().get(field);
        return problem == null ? "" : problem.key();
    }

    private Optional<RequestTerms> read() {
        return new TermsReader(standing, new FormValues(answers), problems).read();
    }
}
