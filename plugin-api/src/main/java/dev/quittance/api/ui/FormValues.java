package dev.quittance.api.ui;

import java.util.Map;

/**
 * What somebody answered. Values are as the field types say; a field that was left empty is the empty string. Nothing here may
 * be trusted: a form can be forged. Immutable and thread-safe.
 *
 * @param values by field key
 */
public record FormValues(Map<String, String> values) {
    /** Copies the values. */
    public FormValues {
        values = Map.copyOf(values);
    }

    /** No answers. */
    public static FormValues none() {
        return new FormValues(Map.of());
    }

    /** The answer without the white space around it, or the empty string. */
    public String value(String key) {
        return values.getOrDefault(key, "").strip();
    }

    /** Whether a toggle is on. */
    public boolean isOn(String key) {
        return value(key).equals("true");
    }

    /** Keys only: answers may hold secrets. */
    @Override
    public String toString() {
        return "FormValues" + values.keySet();
    }
}
