package dev.quittance.platform.render;

import dev.quittance.api.ui.Field;
import dev.quittance.api.ui.FieldType;
import dev.quittance.api.ui.Form;
import java.util.List;

/** Makes views of a form's questions. */
final class Fields {
    private Fields() {}

    static List<FieldView> views(Form form, Words words) {
        return form.fields().stream().map(field -> view(form, field, words)).toList();
    }

    private static FieldView view(Form form, Field field, Words words) {
        String value = shown(field, words);
        List<FieldView.ChoiceView> choices = field.choices().stream()
                .map(choice -> new FieldView.ChoiceView(
                        choice.value(),
                        words.of(choice.label()),
                        words.of(choice.hint()),
                        choice.value().equals(field.value())))
                .toList();
        return new FieldView(
                field.key(),
                form.id() + "-" + field.key(),
                label(field, words),
                field.type().value(),
                value,
                field.required(),
                words.of(field.help()),
                unit(field),
                choices,
                words.of(field.error()));
    }

    /** A prefix beside an input is not read out: the unit stands in the label too. */
    private static String label(Field field, Words words) {
        String label = words.of(field.label());
        if (field.type().equals(FieldType.MONEY)) {
            return label + " (" + words.say("form.money", field.currency()) + ")";
        }
        return field.type().equals(FieldType.PERCENT) ? label + " (" + words.say("form.percent") + ")" : label;
    }

    private static String unit(Field field) {
        return field.type().equals(FieldType.PERCENT) ? "%" : field.currency();
    }

    /** Numbers come as plain decimals and are shown as the reader types them; what is wrong stays as it was typed. */
    private static String shown(Field field, Words words) {
        if (field.type().equals(FieldType.SECRET)) {
            return "";
        }
        boolean number = field.type().equals(FieldType.MONEY) || field.type().equals(FieldType.PERCENT);
        boolean plain = field.value().matches("-?\\d+(\\.\\d+)?");
        boolean wrong =
                !field.error().fallback().isEmpty() || !field.error().key().isEmpty();
        return number && plain && !wrong ? Formats.typed(field.value(), words.reader()) : field.value();
    }
}
