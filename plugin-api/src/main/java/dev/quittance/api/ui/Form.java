package dev.quittance.api.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A form: questions and one button. The host adds what guards it (token, submission key). Immutable and thread-safe.
 *
 * @param id names it within its page; letters, digits and hyphens
 * @param title what it is for
 * @param notices what to know before answering, warnings included
 * @param fields the questions, in order
 * @param submit the words on the button: verb and object
 */
public record Form(String id, Text title, List<Notice> notices, List<Field> fields, Text submit) {
    /** Copies the lists. */
    public Form {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(submit, "submit");
        notices = List.copyOf(notices);
        fields = List.copyOf(fields);
    }

    /** The same form as somebody left it, with what is wrong at each field. Secrets are not put back. */
    public Form answered(FormValues values, Map<String, Text> errors) {
        List<Field> answered = new ArrayList<>();
        for (Field field : fields) {
            Field next = field.type().equals(FieldType.SECRET) ? field : field.withValue(values.value(field.key()));
            Text error = errors.get(field.key());
            answered.add(error == null ? next : next.withError(error));
        }
        return new Form(id, title, notices, answered, submit);
    }

    /** The same form with one more notice. */
    public Form withNotice(Notice notice) {
        List<Notice> more = new ArrayList<>(notices);
        more.add(notice);
        return new Form(id, title, more, fields, submit);
    }

    /** The same form with one more question at the end. */
    public Form withField(Field field) {
        List<Field> more = new ArrayList<>(fields);
        more.add(field);
        return new Form(id, title, notices, more, submit);
    }
}
