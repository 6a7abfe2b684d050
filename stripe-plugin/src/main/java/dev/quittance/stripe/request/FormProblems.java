package dev.quittance.stripe.request;

import dev.quittance.api.ui.Text;
import java.util.Map;
import java.util.TreeMap;

/** What is wrong with the answers, by field. The message key of each ends in its stable code: {@code error.amount_too_small}. */
final class FormProblems {
    private final Map<String, Text> byField = new TreeMap<>();

    /** Notes what is wrong with a field; the first word on a field stands. */
    void add(String field, Text problem) {
        byField.putIfAbsent(field, problem);
    }

    /** Whether something is wrong with a field. */
    boolean concern(String field) {
        return byField.containsKey(field);
    }

    Map<String, Text> byField() {
        return Map.copyOf(byField);
    }
}
