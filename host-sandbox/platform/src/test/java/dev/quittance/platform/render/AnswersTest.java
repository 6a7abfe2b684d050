package dev.quittance.platform.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.ui.Field;
import dev.quittance.api.ui.FieldType;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.Text;
import dev.quittance.platform.extension.MessageBundles;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AnswersTest {
    private static final Words WORDS = new Words(MessageBundles.none(), Reader.of(Locale.US));
    private static final Form FORM = new Form(
            "f",
            Text.plain("F"),
            List.of(),
            List.of(
                    Field.money("amount", Text.plain("Amount"), "USD").asRequired(),
                    Field.of("type", FieldType.CHOICE, Text.plain("Type")),
                    Field.of("to", FieldType.EMAIL, Text.plain("To")),
                    Field.of("note", FieldType.TEXT, Text.plain("Note")),
                    Field.of("key", FieldType.SECRET, Text.plain("Key"))),
            Text.plain("Go"));

    @Test
    void numbers_reach_the_plugin_as_plain_decimals() {
        Answers answers = read(Map.of("amount", "1,234.50", "other", "1,234.50"));

        assertThat(answers.areWrong()).isFalse();
        assertThat(answers.values().values()).containsEntry("amount", "1234.50").containsEntry("other", "1,234.50");
    }

    @Test
    void own_fields_of_the_platform_do_not_reach_the_plugin() {
        Answers answers = read(Map.of("amount", "1", "_csrf", "t", "_submission", "s", "_form", "f"));

        assertThat(answers.values().values().keySet()).containsExactly("amount");
    }

    @Test
    void what_is_required_and_what_cannot_be_read_is_said_at_its_field() {
        Form again = read(Map.of("amount", " ", "to", "dana")).onto(FORM);

        assertThat(error(again, "amount")).isEqualTo("Enter an amount.");
        assertThat(error(again, "to")).contains("name@example.com");
        assertThat(value(again, "to")).isEqualTo("dana");
    }

    @Test
    void two_addresses_in_one_field_are_refused() {
        assertThat(read(Map.of("amount", "1", "to", "a@b.example,c@d.example")).areWrong())
                .isTrue();
        assertThat(read(Map.of("amount", "1", "to", "a@b.example")).areWrong()).isFalse();
    }

    @Test
    void a_secret_is_never_put_back() {
        Form again = read(Map.of("amount", "x", "key", "sk_test_1")).onto(FORM);

        assertThat(value(again, "key")).isEmpty();
    }

    @Test
    void a_form_shown_again_keeps_all_that_was_typed_but_secrets() {
        Answers answers = read(Map.of(
                "amount", "1,200.50", "type", "final", "to", "a@b.example", "note", "Tiles", "key", "sk_test_1"));

        assertThat(answers.filledIn().values())
                .isEqualTo(Map.of("amount", "1200.50", "type", "final", "to", "a@b.example", "note", "Tiles"));
    }

    @Test
    void a_form_shown_again_leaves_empty_what_was_cleared() {
        assertThat(read(Map.of("amount", "", "type", "final")).filledIn().values())
                .isEqualTo(Map.of("amount", "", "type", "final"));
    }

    @Test
    void a_form_shown_again_keeps_an_amount_that_cannot_be_read_as_it_was_typed() {
        assertThat(read(Map.of("amount", "twelve", "to", "dana")).filledIn().values())
                .isEqualTo(Map.of("amount", "twelve", "to", "dana"));
    }

    @Test
    void forged_field_types_break_nothing() {
        Answers answers = Answers.read(
                Map.of("_fields", "amount=money:XXX! a b= =c x=money to=percent:!!! amount=money", "amount", "1.2.3"),
                WORDS);

        assertThat(answers.values().value("amount")).isEqualTo("1.2.3");
    }

    private static Answers read(Map<String, String> submitted) {
        Map<String, String> all = new java.util.HashMap<>(submitted);
        all.put("_fields", FieldTypes.of(FORM).encoded());
        return Answers.read(all, WORDS);
    }

    private static String error(Form form, String key) {
        return field(form, key).error().fallback();
    }

    private static String value(Form form, String key) {
        return field(form, key).value();
    }

    private static Field field(Form form, String key) {
        return form.fields().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
