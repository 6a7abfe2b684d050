package dev.quittance.emulator.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A page for developers, put together from top to bottom. Not thread-safe. */
public final class DeveloperPage {
    /**
     * A text in a table.
     *
     * @param link where it leads
     */
    public record Cell(String text, Optional<String> link) {
        public static Cell of(String text) {
            return new Cell(text, Optional.empty());
        }

        public static Cell to(String text, String link) {
            return new Cell(text, Optional.of(link));
        }
    }

    /** Something to fill in: a text, or one of several where there are options. */
    public record Field(String name, String label, String value, List<Option> options) {
        public static Field text(String name, String label, String value) {
            return new Field(name, label, value, List.of());
        }
    }

    /** One of several. */
    public record Option(String value, String label) {}

    /**
     * A form with a button.
     *
     * @param hidden what is sent along
     */
    public record Action(String method, String address, Map<String, String> hidden, List<Field> fields, String button) {
        public static Action post(String address, String back, List<Field> fields, String button) {
            return new Action("post", address, Map.of("back", back), fields, button);
        }

        /** With more to send along. */
        public Action with(Map<String, String> more) {
            Map<String, String> all = new LinkedHashMap<>(hidden);
            all.putAll(more);
            return new Action(method, address, all, fields, button);
        }
    }

    private final String title;
    private final StringBuilder body = new StringBuilder();
    private int fieldCount;

    public DeveloperPage(String title) {
        this.title = title;
    }

    public DeveloperPage heading(String text) {
        return add("<h2>{{text}}</h2>", text);
    }

    public DeveloperPage text(String text) {
        return add("<p>{{text}}</p>", text);
    }

    /** Something to look at as it is. */
    public DeveloperPage code(String label, String text) {
        body.append(Template.inline("<pre tabindex=\"0\" role=\"region\" aria-label=\"{{label}}\">{{text}}</pre>")
                .with("label", label)
                .with("text", text)
                .render());
        return this;
    }

    public DeveloperPage link(String text, String address) {
        body.append(Template.inline("<p><a class=\"back\" href=\"{{address}}\">{{text}}</a></p>")
                .with("address", address)
                .with("text", text)
                .render());
        return this;
    }

    private DeveloperPage add(String html, String text) {
        body.append(Template.inline(html).with("text", text).render());
        return this;
    }

    public DeveloperPage table(String label, List<String> columns, List<List<Cell>> rows) {
        if (rows.isEmpty()) {
            return add("<p class=\"quiet\">{{text}}</p>", "None yet.");
        }
        StringBuilder html = new StringBuilder();
        columns.forEach(column -> html.append(Template.inline("<th scope=\"col\">{{text}}</th>")
                .with("text", column)
                .render()));
        html.append("</tr></thead><tbody>");
        for (List<Cell> row : rows) {
            html.append("<tr>");
            row.forEach(cell -> html.append("<td>").append(cell(cell)).append("</td>"));
            html.append("</tr>");
        }
        body.append(Template.inline("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{{label}}\">"
                        + "<table><thead><tr>{{&rows}}</tbody></table></div>")
                .with("label", label)
                .with("rows", html.toString())
                .render());
        return this;
    }

    private static String cell(Cell cell) {
        return cell.link()
                .map(link -> Template.inline("<a href=\"{{link}}\">{{text}}</a>")
                        .with("link", link)
                        .with("text", cell.text())
                        .render())
                .orElseGet(() -> Template.inline("<span class=\"copy\">{{text}}</span>")
                        .with("text", cell.text())
                        .render());
    }

    public DeveloperPage action(Action action) {
        List<String> parts = new ArrayList<>();
        action.hidden()
                .forEach((name, value) ->
                        parts.add(Template.inline("<input type=\"hidden\" name=\"{{name}}\" value=\"{{value}}\">")
                                .with("name", name)
                                .with("value", value)
                                .render()));
        action.fields().forEach(field -> parts.add(field(field)));
        body.append(Template.inline("<form method=\"{{method}}\" action=\"{{address}}\">{{&parts}}"
                        + "<button type=\"submit\">{{button}}</button></form>")
                .with("method", action.method())
                .with("address", action.address())
                .with("parts", String.join("", parts))
                .with("button", action.button())
                .render());
        return this;
    }

    private String field(Field field) {
        fieldCount++;
        String id = "f" + fieldCount;
        String input = field.options().isEmpty()
                ? Template.inline("<input id=\"{{id}}\" name=\"{{name}}\" value=\"{{value}}\" autocomplete=\"off\">")
                        .with("id", id)
                        .with("name", field.name())
                        .with("value", field.value())
                        .render()
                : select(field, id);
        return Template.inline("<div class=\"field\"><label for=\"{{id}}\">{{label}}</label>{{&input}}</div>")
                .with("id", id)
                .with("label", field.label())
                .with("input", input)
                .render();
    }

    private static String select(Field field, String id) {
        StringBuilder options = new StringBuilder();
        for (Option option : field.options()) {
            String selected = option.value().equals(field.value()) ? " selected" : "";
            options.append(Template.inline("<option value=\"{{value}}\"" + selected + ">{{label}}</option>")
                    .with("value", option.value())
                    .with("label", option.label())
                    .render());
        }
        return Template.inline("<select id=\"{{id}}\" name=\"{{name}}\">{{&options}}</select>")
                .with("id", id)
                .with("name", field.name())
                .with("options", options.toString())
                .render();
    }

    public Page render() {
        return new Page(Template.of("developer.html")
                .with("title", title)
                .with("style", Template.of("style.css").render())
                .with("more", Template.of("developer.css").render())
                .with("body", body.toString())
                .render());
    }
}
