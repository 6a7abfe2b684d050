package dev.quittance.platform.render;

import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.FormValues;
import dev.quittance.api.ui.Text;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody answered, read as it was asked: numbers by the reader's language, required fields looked after. Immutable and
 * thread-safe.
 */
public final class Answers {
    /** The hidden fields that the platform adds to a form. */
    static final Set<String> OWN_FIELDS = Set.of("_csrf", "_submission", "_fields", "_form", "_show");

    private static final Pattern EMAIL = Pattern.compile("[^@\\s,;<>]+@[^@\\s,;<>]+\\.[^@\\s,;<>]+");

    private final Map<String, String> raw;
    private final FieldTypes types;
    private final Map<String, String> values;
    private final Map<String, Text> errors;

    private Answers(Map<String, String> raw, FieldTypes types, Words words) {
        this.raw = raw;
        this.types = types;
        this.values = new LinkedHashMap<>();
        this.errors = new LinkedHashMap<>();
        raw.forEach((key, typed) -> read(key, typed, words));
        types.byKey().forEach((key, asked) -> {
            boolean missing = raw.getOrDefault(key, "").isBlank();
            if (asked.required() && missing) {
                String which = asked.type().equals("money") ? "input.empty" : "input.required";
                errors.put(key, Text.plain(words.say(which)));
            }
        });
    }

    /** Reads a submitted form. */
    public static Answers read(Map<String, String> submitted, Words words) {
        Map<String, String> raw = new LinkedHashMap<>();
        submitted.forEach((key, value) -> {
            if (!OWN_FIELDS.contains(key)) {
                raw.put(key, value);
            }
        });
        return new Answers(raw, FieldTypes.decoded(submitted.getOrDefault("_fields", "")), words);
    }

    /** The answers as plugins read them. */
    public FormValues values() {
        return new FormValues(values);
    }

    /** Whether something cannot be read: then the plugin is not asked. */
    public boolean areWrong() {
        return !errors.isEmpty();
    }

    /**
     * Everything that was filled in so far, for a form that is shown again before it is sent: as plugins read it, or as it was typed
     * where it cannot be read. What of it follows a changed choice is for the plugin to decide. What was cleared stays empty; secrets
     * are left out.
     */
    public FormValues filledIn() {
        Map<String, String> kept = new HashMap<>();
        types.byKey().forEach((key, asked) -> {
            if (!asked.type().equals("secret") && raw.containsKey(key)) {
                kept.put(key, values.getOrDefault(key, raw.getOrDefault(key, "")));
            }
        });
        return new FormValues(kept);
    }

    /** The form as somebody left it, with what cannot be read. */
    public Form onto(Form form) {
        return form.answered(new FormValues(raw), errors);
    }

    private void read(String key, String typed, Words words) {
        FieldTypes.Asked asked = types.byKey().get(key);
        if (asked == null || typed.isBlank()) {
            values.put(key, typed);
            return;
        }
        NumberInput input = new NumberInput(words.reader().locale());
        switch (asked.type()) {
            case "money" -> number(key, input.money(typed, asked.currency()), words);
            case "percent" -> number(key, input.percent(typed), words);
            case "email" -> {
                values.put(key, typed.strip());
                if (!EMAIL.matcher(typed.strip()).matches()) {
                    errors.put(key, Text.plain(words.say("input.email")));
                }
            }
            default -> values.put(key, typed);
        }
    }

    private void number(String key, NumberInput.Answer answer, Words words) {
        answer.plainDecimal().ifPresent(plain -> values.put(key, plain));
        answer.fault().ifPresent(fault -> errors.put(key, Text.plain(explained(fault, answer.decimals(), words))));
    }

    private static String explained(NumberInput.Fault fault, int decimals, Words words) {
        String plainExample = decimals == 0 ? "1234" : "1234." + "5".repeat(decimals);
        String example = Formats.typed(plainExample, words.reader());
        return switch (fault) {
            case NOT_A_NUMBER -> words.say("input.not_a_number", example);
            case AMBIGUOUS -> words.say("input.ambiguous", example);
            case NEGATIVE -> words.say("input.negative");
            case TOO_MANY_DECIMALS -> words.say("input.too_many_decimals", decimals, example);
            case TOO_LARGE -> words.say("input.too_large");
        };
    }

    /** What was typed into one field; for tests of what is shown again. */
    Optional<String> typed(String key) {
        return Optional.ofNullable(raw.get(key));
    }
}
