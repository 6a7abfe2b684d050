package dev.quittance.emulator.page;

import java.util.List;

/** Labelled fields of a form, each with its error tied to it, and the summary of the errors. */
final class Inputs {
    private final List<FieldError> errors;

    Inputs(List<FieldError> errors) {
        this.errors = errors;
    }

    private String error(String id) {
        return errors.stream()
                .filter(e -> e.field().equals(id))
                .map(FieldError::message)
                .findFirst()
                .orElse("");
    }

    private String tied(String id) {
        return error(id).isEmpty() ? "" : " aria-invalid=\"true\" aria-describedby=\"" + id + "-error\"";
    }

    private String message(String id) {
        return error(id).isEmpty()
                ? ""
                : Template.inline("<p class=\"error\" id=\"{{id}}-error\">{{error}}</p>")
                        .with("id", id)
                        .with("error", error(id))
                        .render();
    }

    String text(String id, String label, String attributes, String value) {
        return Template.inline("<div class=\"field\"><label for=\"{{id}}\">{{label}}</label>"
                        + "<input id=\"{{id}}\" name=\"{{id}}\" value=\"{{value}}\" {{&attributes}}>{{&message}}</div>")
                .with("id", id)
                .with("label", label)
                .with("value", value)
                .with("attributes", attributes + tied(id))
                .with("message", message(id))
                .render();
    }

    /** One of several; the first is chosen. */
    String choice(String id, String label, List<PayPage.Account> options) {
        StringBuilder all = new StringBuilder();
        options.forEach(option -> all.append(Template.inline("<option value=\"{{value}}\">{{label}}</option>")
                .with("value", option.value())
                .with("label", option.label())
                .render()));
        return Template.inline("<div class=\"field\"><label for=\"{{id}}\">{{label}}</label>"
                        + "<select id=\"{{id}}\" name=\"{{id}}\"{{&tied}}>{{&options}}</select>{{&message}}</div>")
                .with("id", id)
                .with("label", label)
                .with("tied", tied(id))
                .with("options", all.toString())
                .with("message", message(id))
                .render();
    }

    String tick(String id, String label) {
        return Template.inline("<div class=\"field tick\"><input type=\"checkbox\" id=\"{{id}}\" name=\"{{id}}\""
                        + " value=\"yes\"{{&tied}}><label for=\"{{id}}\">{{label}}</label>{{&message}}</div>")
                .with("id", id)
                .with("label", label)
                .with("tied", tied(id))
                .with("message", message(id))
                .render();
    }

    /** Errors first, linked to their fields, where a screen reader finds them; empty if there are none. */
    String summary() {
        if (errors.isEmpty()) {
            return "";
        }
        StringBuilder list = new StringBuilder();
        errors.forEach(error -> list.append(Template.inline("<li><a href=\"#{{field}}\">{{message}}</a></li>")
                .with("field", error.field())
                .with("message", error.message())
                .render()));
        return "<div class=\"alert\" role=\"alert\" id=\"errors\" tabindex=\"-1\" autofocus><h2>Something has to be corrected</h2>"
                + "<p>You were not charged.</p><ul>" + list + "</ul></div>";
    }
}
