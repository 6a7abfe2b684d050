package dev.quittance.emulator.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page that asks for a few things.
 *
 * @param lead what it is for, and what comes of it
 * @param hidden what goes along unseen
 * @param buttons the first is the one that most people want
 */
public record FormPage(
        String heading,
        String lead,
        String action,
        Map<String, String> hidden,
        List<Field> fields,
        List<Button> buttons,
        List<FieldError> errors) {

    /**
     * Something to type or to choose.
     *
     * @param type of the input: {@code text}, {@code url}, {@code checkbox}, or {@code select}
     * @param options of a select: value and label
     */
    public record Field(String name, String label, String type, String value, Map<String, String> options) {
        public static Field of(String name, String label, String type, String value) {
            return new Field(name, label, type, value, Map.of());
        }
    }

    /** A way on: sends {@code name=value}. */
    public record Button(String label, String name, String value) {}

    public Page render() {
        StringBuilder unseen = new StringBuilder();
        hidden.forEach((name, value) ->
                unseen.append(Template.inline("<input type=\"hidden\" name=\"{{name}}\" value=\"{{value}}\">")
                        .with("name", name)
                        .with("value", value)
                        .render()));
        StringBuilder shown = new StringBuilder();
        fields.forEach(field -> shown.append(field(field)));
        StringBuilder ways = new StringBuilder();
        for (int i = 0; i < buttons.size(); i++) {
            ways.append(button(buttons.get(i), i == 0 ? "" : " class=\"second\""));
        }
        return Template.document(
                heading,
                Template.of("form.html")
                        .with("heading", heading)
                        .with("lead", lead)
                        .with("summary", summary())
                        .with("action", action)
                        .with("hidden", unseen.toString())
                        .with("fields", shown.toString())
                        .with("buttons", ways.toString())
                        .render());
    }

    private static String button(Button button, String style) {
        return Template.inline(
                        "<button type=\"submit\" name=\"{{name}}\" value=\"{{value}}\"" + style + ">{{label}}</button>")
                .with("name", button.name())
                .with("value", button.value())
                .with("label", button.label())
                .render();
    }

    /** Errors first, linked to their fields, where a screen reader finds them. */
    private String summary() {
        if (errors.isEmpty()) {
            return "";
        }
        StringBuilder list = new StringBuilder();
        errors.forEach(error -> list.append(Template.inline("<li><a href=\"#{{field}}\">{{message}}</a></li>")
                .with("field", error.field())
                .with("message", error.message())
                .render()));
        return "<div class=\"alert\" role=\"alert\" id=\"errors\" tabindex=\"-1\" autofocus><h2>Something has to be corrected</h2><ul>"
                + list + "</ul></div>";
    }

    private String field(Field field) {
        Optional<FieldError> error =
                errors.stream().filter(e -> e.field().equals(field.name())).findFirst();
        String tied = error.isEmpty() ? "" : " aria-invalid=\"true\" aria-describedby=\"" + field.name() + "-error\"";
        String message = error.map(e -> Template.inline("<p class=\"error\" id=\"{{name}}-error\">{{message}}</p>")
                        .with("name", e.field())
                        .with("message", e.message())
                        .render())
                .orElse("");
        boolean tick = field.type().equals("checkbox");
        String label = "<label for=\"{{name}}\">{{label}}</label>";
        return Template.inline(
                        tick
                                ? "<div class=\"field tick\">{{&control}}" + label + "{{&message}}</div>"
                                : "<div class=\"field\">" + label + "{{&control}}{{&message}}</div>")
                .with("name", field.name())
                .with("label", field.label())
                .with("control", field.type().equals("select") ? select(field, tied) : input(field, tied))
                .with("message", message)
                .render();
    }

    private static String input(Field field, String tied) {
        return Template.inline(
                        "<input id=\"{{name}}\" name=\"{{name}}\" type=\"{{type}}\" value=\"{{value}}\"" + tied + ">")
                .with("name", field.name())
                .with("type", field.type())
                .with("value", field.value())
                .render();
    }

    private static String select(Field field, String tied) {
        StringBuilder options = new StringBuilder();
        field.options()
                .forEach((value, label) -> options.append(Template.inline("<option value=\"{{value}}\""
                                + (value.equals(field.value()) ? " selected" : "") + ">{{label}}</option>")
                        .with("value", value)
                        .with("label", label)
                        .render()));
        return Template.inline("<select id=\"{{name}}\" name=\"{{name}}\"" + tied + ">{{&options}}</select>")
                .with("name", field.name())
                .with("options", options.toString())
                .render();
    }
}
