package dev.quittance.crm.screen;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page with one form.
 *
 * @param heading what the form does
 * @param lead words before it; empty for none
 * @param action where it is sent
 * @param fields what is asked
 * @param hidden what travels with it, beside the token
 * @param submit the button's words
 * @param cancel where one goes who does not want to
 * @param danger whether something is lost by it
 * @param problem what went wrong when it was sent before
 */
public record FormPage(
        String heading,
        String lead,
        String action,
        List<Field> fields,
        Map<String, String> hidden,
        String submit,
        String cancel,
        boolean danger,
        Optional<String> problem) {
    /** Copies the collections. */
    public FormPage {
        fields = List.copyOf(fields);
        hidden = Map.copyOf(hidden);
    }

    /**
     * What is asked.
     *
     * @param name its name in the form
     * @param label its words
     * @param kind {@code text}, {@code email}, {@code tel}, {@code password}, {@code select}, {@code textarea} or {@code checkbox}
     * @param value as typed, or as it is
     * @param hint how to fill it in; empty for none
     * @param error what is wrong with it; empty for nothing
     * @param required whether it must be filled in
     * @param autocomplete what browsers may fill in; empty for nothing
     * @param choices of a {@code select}
     */
    public record Field(
            String name,
            String label,
            String kind,
            String value,
            String hint,
            String error,
            boolean required,
            String autocomplete,
            List<Choice> choices) {
        /** Copies the choices. */
        public Field {
            choices = List.copyOf(choices);
        }

        /** A field for words in one line. */
        static Field of(String name, String label, String kind) {
            return new Field(name, label, kind, "", "", "", false, "off", List.of());
        }

        Field needed() {
            return new Field(name, label, kind, value, hint, error, true, autocomplete, choices);
        }

        Field hinted(String words) {
            return new Field(name, label, kind, value, words, error, required, autocomplete, choices);
        }

        Field filledBy(String token) {
            return new Field(name, label, kind, value, hint, error, required, token, choices);
        }

        Field choosing(List<Choice> from) {
            return new Field(name, label, kind, value, hint, error, required, autocomplete, from);
        }

        Field with(String typed, String wrong) {
            return new Field(name, label, kind, typed, hint, wrong, required, autocomplete, choices);
        }

        /** Of what the field is described by: hint, error, both, or nothing. */
        public String describedBy() {
            String both = (hint.isEmpty() ? "" : name + "-hint ") + (error.isEmpty() ? "" : name + "-error");
            return both.strip();
        }
    }

    /**
     * A choice.
     *
     * @param value what is sent
     * @param label its words
     */
    public record Choice(String value, String label) {}

    /** A form that has not been sent yet. */
    static FormPage of(String heading, String action, String submit, String cancel) {
        return new FormPage(heading, "", action, List.of(), Map.of(), submit, cancel, false, Optional.empty());
    }

    FormPage saying(String words) {
        return new FormPage(heading, words, action, fields, hidden, submit, cancel, danger, problem);
    }

    FormPage asking(List<Field> what) {
        return new FormPage(heading, lead, action, what, hidden, submit, cancel, danger, problem);
    }

    FormPage carrying(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(hidden);
        more.put(name, value);
        return new FormPage(heading, lead, action, fields, more, submit, cancel, danger, problem);
    }

    FormPage dangerous() {
        return new FormPage(heading, lead, action, fields, hidden, submit, cancel, true, problem);
    }

    FormPage failing(String words) {
        return new FormPage(heading, lead, action, fields, hidden, submit, cancel, danger, Optional.of(words));
    }

    /** The same with what was typed and what is wrong with it. */
    FormPage filled(Typed typed) {
        return asking(fields.stream()
                .map(field -> field.with(typed.value(field.name()), typed.error(field.name())))
                .toList());
    }

    /** Those fields that were filled in wrongly. */
    public List<Field> wrong() {
        return fields.stream().filter(field -> !field.error().isEmpty()).toList();
    }
}
