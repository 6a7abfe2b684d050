package dev.quittance.emulator.page;

import java.util.List;

/**
 * The developers' page: tables, each with a heading.
 *
 * @param lead what the page is
 */
public record ListPage(String lead, List<Table> tables) {
    /** A table; every row has as many cells as there are columns. */
    public record Table(String heading, List<String> columns, List<List<String>> rows) {}

    public Page render() {
        StringBuilder all = new StringBuilder();
        tables.forEach(table -> all.append(table(table)));
        return Template.document(
                "Local Stripe",
                Template.of("list.html")
                        .with("lead", lead)
                        .with("tables", all.toString())
                        .render());
    }

    private static String table(Table table) {
        StringBuilder rows = new StringBuilder();
        table.rows()
                .forEach(row -> rows.append("<tr>").append(cells(row, "td", "")).append("</tr>"));
        String body = table.rows().isEmpty()
                ? "<p class=\"quiet\">None yet.</p>"
                : "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + table.heading()
                        + "\"><table><thead><tr>" + cells(table.columns(), "th", " scope=\"col\"")
                        + "</tr></thead><tbody>" + rows + "</tbody></table></div>";
        return Template.inline("<section><h2>{{heading}}</h2>{{&body}}</section>")
                .with("heading", table.heading())
                .with("body", body)
                .render();
    }

    private static String cells(List<String> texts, String tag, String attributes) {
        StringBuilder cells = new StringBuilder();
        texts.forEach(text -> cells.append(Template.inline("<" + tag + attributes + ">{{text}}</" + tag + ">")
                .with("text", text)
                .render()));
        return cells.toString();
    }
}
