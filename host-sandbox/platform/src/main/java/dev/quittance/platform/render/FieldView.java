package dev.quittance.platform.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question ready to show.
 *
 * @param key its name in the submission
 * @param inputId its id in the page
 * @param label the question
 * @param type what it takes
 * @param value what stands in it; always empty for a secret
 * @param required whether it must be answered
 * @param help a line below it; empty for none
 * @param unit what stands before it, a currency's code or the percent sign; empty for none
 * @param choices for a choice field
 * @param error what is wrong; empty when nothing is
 */
public record FieldView(
        String key,
        String inputId,
        String label,
        String type,
        String value,
        boolean required,
        String help,
        String unit,
        List<ChoiceView> choices,
        String error) {
    /** Copies the choices. */
    public FieldView {
        choices = List.copyOf(choices);
    }

    /** The ids of what describes it, for {@code aria-describedby}; null for nothing. */
    public @Nullable String describedBy() {
        String hint = help.isEmpty() ? "" : inputId + "-help";
        String wrong = error.isEmpty() ? "" : inputId + "-error";
        String both = (hint + " " + wrong).strip();
        return both.isEmpty() ? null : both;
    }

    /** The type of the input element. */
    public String inputType() {
        return switch (type) {
            case "email" -> "email";
            case "secret" -> "password";
            case "hidden" -> "hidden";
            default -> "text";
        };
    }

    /** Whether it is a number that people type. */
    public boolean isNumber() {
        return type.equals("money") || type.equals("percent");
    }

    /** Null where there is nothing wrong, so that the attribute is left out. */
    public @Nullable String invalid() {
        return error.isEmpty() ? null : "true";
    }

    /**
     * One of several answers.
     *
     * @param value what is submitted
     * @param label what is read
     * @param hint a second line; empty for none
     * @param chosen whether it is the one
     */
    public record ChoiceView(String value, String label, String hint, boolean chosen) {}
}
