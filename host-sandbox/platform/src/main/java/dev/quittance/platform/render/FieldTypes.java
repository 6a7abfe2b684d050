package dev.quittance.platform.render;

import dev.quittance.api.money.CurrencyUnit;
import dev.quittance.api.ui.Field;
import dev.quittance.api.ui.Form;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the fields of a form were when it was shown. It travels with the form, so that the answers are read as they were asked
 * for, also where the plugin would ask differently by now. Whoever forges it only has unread words passed on, which plugins
 * do not trust anyway. Immutable and thread-safe.
 */
final class FieldTypes {
    private static final Pattern ENTRY = Pattern.compile("([A-Za-z0-9_.-]{1,64})=([a-z]{1,20})(?::([A-Z]{3}))?(!?)");
    /** More fields than this no form has. */
    private static final int MAX_FIELDS = 100;

    private final Map<String, Asked> byKey;

    private FieldTypes(Map<String, Asked> byKey) {
        this.byKey = byKey;
    }

    /** What one field was. */
    record Asked(String type, String currency, boolean required) {}

    static FieldTypes of(Form form) {
        Map<String, Asked> byKey = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            byKey.put(field.key(), new Asked(field.type().value(), field.currency(), field.required()));
        }
        return new FieldTypes(byKey);
    }

    /** Reads what came with a form; what it cannot read it leaves out. */
    static FieldTypes decoded(String text) {
        Map<String, Asked> byKey = new LinkedHashMap<>();
        for (String entry : text.split(" ", MAX_FIELDS)) {
            Matcher matcher = ENTRY.matcher(entry);
            if (matcher.matches()) {
                String currency = matcher.group(3) == null ? "" : matcher.group(3);
                boolean known =
                        currency.isEmpty() || CurrencyUnit.find(currency).isPresent();
                boolean unreadable = matcher.group(2).equals("money") && currency.isEmpty();
                if (known && !unreadable) {
                    byKey.put(
                            matcher.group(1),
                            new Asked(
                                    matcher.group(2),
                                    currency,
                                    !matcher.group(4).isEmpty()));
                }
            }
        }
        return new FieldTypes(byKey);
    }

    String encoded() {
        StringBuilder text = new StringBuilder();
        byKey.forEach((key, asked) -> {
            text.append(text.length() == 0 ? "" : " ").append(key).append('=').append(asked.type());
            text.append(asked.currency().isEmpty() ? "" : ":" + asked.currency());
            text.append(asked.required() ? "!" : "");
        });
        return text.toString();
    }

    Map<String, Asked> byKey() {
        return byKey;
    }
}
