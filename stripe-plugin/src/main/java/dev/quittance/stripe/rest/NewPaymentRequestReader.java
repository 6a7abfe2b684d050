package dev.quittance.stripe.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a request to make of a body, and notes every field that does not belong there. One reader for each body. */
final class NewPaymentRequestReader {
    static final String OVER_LEFT = "over_left";
    static final String SENT_ALREADY = "sent_already";

    private static final Set<String> CONFIRMABLE = Set.of(OVER_LEFT, SENT_ALREADY);

    private final List<FieldProblem> errors;

    /** A reader that adds to these errors. */
    NewPaymentRequestReader(List<FieldProblem> errors) {
        this.errors = errors;
    }

    NewPaymentRequest read(Map<String, Object> body) {
        Map<String, Object> rest = new LinkedHashMap<>(body);
        NewPaymentRequest request = new NewPaymentRequest(
                record(rest.remove("record")),
                text("type", rest.remove("type")),
                text("percent", rest.remove("percent")),
                text("amount", rest.remove("amount")),
                text("description", rest.remove("description")),
                recipient(rest.remove("recipient")),
                confirm(rest.remove("confirm")));
        unknown("", rest);
        return request;
    }

    private @Nullable RecordView record(@Nullable Object value) {
        Map<String, Object> members = members("record", value);
        if (value == null) {
            errors.add(new FieldProblem("record", "required", "Say which record the payment is for."));
            return null;
        }
        String object = text("record.object", members.remove("object"));
        String id = text("record.id", members.remove("id"));
        unknown("record.", members);
        if (object == null || id == null) {
            errors.add(new FieldProblem("record", "required", "A record has an object and an id."));
            return null;
        }
        return new RecordView(object, id);
    }

    private @Nullable RecipientView recipient(@Nullable Object value) {
        Map<String, Object> members = members("recipient", value);
        String name = text("recipient.name", members.remove("name"));
        String email = text("recipient.email", members.remove("email"));
        unknown("recipient.", members);
        return value == null ? null : new RecipientView(name == null ? "" : name, email == null ? "" : email);
    }

    private List<String> confirm(@Nullable Object value) {
        List<String> confirmed = new ArrayList<>();
        if (value == null) {
            return confirmed;
        }
        if (!(value instanceof List<?> items)) {
            errors.add(new FieldProblem("confirm", "not_a_list", "This is a list of strings."));
            return confirmed;
        }
        for (Object item : items) {
            if (item instanceof String code && CONFIRMABLE.contains(code)) {
                confirmed.add(code);
            } else {
                errors.add(new FieldProblem(
                        "confirm", "unknown_confirmation", "Only over_left and sent_already can be confirmed."));
            }
        }
        return confirmed;
    }

    private Map<String, Object> members(String field, @Nullable Object value) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> object) {
            object.forEach((name, member) -> members.put((String) name, member));
        } else if (value != null) {
            errors.add(new FieldProblem(field, "not_an_object", "This is an object."));
        }
        return members;
    }

    private @Nullable String text(String field, @Nullable Object value) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        errors.add(new FieldProblem(field, "not_a_string", "This is a string; numbers stand in quotes."));
        return null;
    }

    private void unknown(String prefix, Map<String, Object> rest) {
        for (String name : rest.keySet()) {
            String field = prefix + (name.length() > 64 ? name.substring(0, 64) : name);
            errors.add(new FieldProblem(field, "unknown_field", "There is no such field, or it cannot be set."));
        }
    }
}
