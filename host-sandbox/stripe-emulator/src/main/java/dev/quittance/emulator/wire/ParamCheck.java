package dev.quittance.emulator.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks what was sent against what Stripe takes: names first, all of them, then kinds. */
final class ParamCheck {
    private static final String WHOLE_NUMBER = "-?[0-9]{1,18}";
    private static final String NUMBER = "-?[0-9]{1,18}(\\.[0-9]{1,12})?";
    private static final int SHOWN = 40;

    private final List<String> unknown = new ArrayList<>();

    private ParamCheck() {}

    /**
     * Checks every parameter.
     *
     * @throws ApiError 400 {@code parameter_unknown} for names that Stripe does not know; else for the first value that is
     *     not of the kind wanted
     */
    static void check(Form form, ParamShape shape) {
        ParamCheck check = new ParamCheck();
        check.names(form, shape);
        if (!check.unknown.isEmpty()) {
            throw ApiError.unknown(check.unknown);
        }
        for (Map.Entry<String, Form> entry : form.children().entrySet()) {
            shape.child(entry.getKey()).ifPresent(child -> kinds(entry.getValue(), child));
        }
    }

    private void names(Form form, ParamShape shape) {
        for (Map.Entry<String, Form> entry : form.children().entrySet()) {
            Optional<ParamShape> child = shape.child(entry.getKey());
            if (child.isPresent()) {
                names(entry.getValue(), child.get());
            } else if (shape.isTree()) {
                unknown.add(entry.getValue().name());
            }
        }
    }

    private static void kinds(Form sent, ParamShape shape) {
        String value = sent.value();
        if (value != null) {
            leaf(sent, value, shape);
            return;
        }
        if (!shape.isTree()) {
            throw ApiError.invalid(sent.name(), "Invalid string: " + sent.name() + " must be a string.");
        }
        if (shape.isList() && !sent.children().keySet().stream().allMatch(key -> key.matches("[0-9]{1,6}"))) {
            throw ApiError.invalid(sent.name(), "Invalid array");
        }
        for (Map.Entry<String, Form> entry : sent.children().entrySet()) {
            shape.child(entry.getKey()).ifPresent(child -> kinds(entry.getValue(), child));
        }
    }

    private static void leaf(Form sent, String value, ParamShape shape) {
        if (value.isEmpty()) {
            // Of texts, Stripe lets more be unset than its data says: that is left to the operation.
            if (!shape.canBeUnset() && !shape.isTree() && !shape.isOneOf("sx")) {
                throw ApiError.empty(sent.name());
            }
            return;
        }
        if (!shape.isLeaf()) {
            throw ApiError.invalid(sent.name(), shape.isList() ? "Invalid array" : "Invalid object");
        }
        if (shape.isOneOf("sx")) {
            return;
        }
        String shown = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
        if (shape.isOneOf("b") && !value.equals("true") && !value.equals("false")) {
            throw ApiError.invalid(sent.name(), "Invalid boolean: " + shown);
        }
        if (shape.isOneOf("i") && !value.matches(WHOLE_NUMBER)) {
            throw ApiError.invalid("parameter_invalid_integer", sent.name(), "Invalid integer: " + shown);
        }
        if (shape.isOneOf("n") && !value.matches(NUMBER)) {
            throw ApiError.invalid(sent.name(), "Invalid decimal: " + shown);
        }
    }
}
