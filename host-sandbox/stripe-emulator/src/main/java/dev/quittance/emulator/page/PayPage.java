package dev.quittance.emulator.page;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The hosted payment page. Nothing of a card is ever put back into it.
 *
 * @param total the amount written out, such as {@code $6,000.00}; it stands on the button
 * @param verb the button's verb
 * @param action where the form goes
 * @param emailFixed whether the business gave the address and the payer cannot change it
 * @param decline what the bank said to the last try
 * @param errors what has to be corrected
 */
public record PayPage(
        String merchant,
        List<Line> lines,
        String total,
        String verb,
        String action,
        Optional<String> cancelUrl,
        String email,
        boolean emailFixed,
        String name,
        Optional<String> decline,
        List<FieldError> errors) {

    /** One thing that is paid for. */
    public record Line(String name, Optional<String> description, long quantity, String amount) {}

    public PayPage withEmail(String typed) {
        return new PayPage(merchant, lines, total, verb, action, cancelUrl, typed, emailFixed, name, decline, errors);
    }

    public PayPage withName(String typed) {
        return new PayPage(merchant, lines, total, verb, action, cancelUrl, email, emailFixed, typed, decline, errors);
    }

    public PayPage withDecline(String message) {
        return new PayPage(
                merchant, lines, total, verb, action, cancelUrl, email, emailFixed, name, Optional.of(message), errors);
    }

    public PayPage withErrors(List<FieldError> wrong) {
        return new PayPage(merchant, lines, total, verb, action, cancelUrl, email, emailFixed, name, decline, wrong);
    }

    public Page render() {
        StringBuilder items = new StringBuilder();
        lines.forEach(line -> items.append(item(line)));
        String title = (errors.isEmpty() && decline.isEmpty() ? "" : "Error: ") + verb + " " + merchant;
        return Template.document(
                title,
                Template.of("pay.html")
                        .with("merchant", merchant)
                        .with("back", back())
                        .with("total", total)
                        .with("items", items.toString())
                        .with("summary", summary())
                        .with("action", action)
                        .with("fields", fields())
                        .with("button", verb + " " + total)
                        .render());
    }

    private String back() {
        return cancelUrl
                .map(url -> Template.inline("<a class=\"back\" href=\"{{url}}\">← Back to {{merchant}}</a>")
                        .with("url", url)
                        .with("merchant", merchant)
                        .render())
                .orElse("");
    }

    private static String item(Line line) {
        String details = line.description()
                .map(text -> Template.inline("<span class=\"quiet\">{{text}}</span>")
                        .with("text", text)
                        .render())
                .orElse("");
        String quantity = line.quantity() == 1 ? "" : "<span class=\"quiet\">Qty " + line.quantity() + "</span>";
        return Template.inline("<li><span><span>{{name}}</span>{{&more}}</span><span>{{amount}}</span></li>")
                .with("name", line.name())
                .with("more", details + quantity)
                .with("amount", line.amount())
                .render();
    }

    /** Errors first, linked to their fields, where a screen reader finds them. */
    private String summary() {
        if (decline.isPresent()) {
            return Template.inline(
                            "<div class=\"alert\" role=\"alert\" id=\"errors\" tabindex=\"-1\" autofocus><h2>Your payment did not go through"
                                    + "</h2><p>{{message}} You were not charged. Check <a href=\"#cardNumber\">the card</a>, or try"
                                    + " another one.</p></div>")
                    .with("message", decline.get())
                    .render();
        }
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

    private String fields() {
        UnaryOperator<String> error = field -> errors.stream()
                .filter(e -> e.field().equals(field))
                .map(FieldError::message)
                .findFirst()
                .orElse("");
        return new Input("email", "Email", "type=\"email\" autocomplete=\"email\" required")
                        .render(email, emailFixed, error)
                + new Input("cardNumber", "Card number", "inputmode=\"numeric\" autocomplete=\"cc-number\" required")
                        .render("", false, error)
                + "<div class=\"pair\">"
                + new Input(
                                "cardExpiry",
                                "Expiry date (MM / YY)",
                                "inputmode=\"numeric\" autocomplete=\"cc-exp\" required")
                        .render("", false, error)
                + new Input("cardCvc", "Security code (CVC)", "inputmode=\"numeric\" autocomplete=\"cc-csc\" required")
                        .render("", false, error)
                + "</div>"
                + new Input("billingName", "Name on card", "autocomplete=\"cc-name\" required")
                        .render(name, false, error);
    }

    /** A labelled field, with its error tied to it. */
    private record Input(String id, String label, String attributes) {
        String render(String value, boolean fixed, UnaryOperator<String> errors) {
            String error = errors.apply(id);
            String tied = error.isEmpty() ? "" : " aria-invalid=\"true\" aria-describedby=\"" + id + "-error\"";
            String message = error.isEmpty()
                    ? ""
                    : Template.inline("<p class=\"error\" id=\"{{id}}-error\">{{error}}</p>")
                            .with("id", id)
                            .with("error", error)
                            .render();
            return Template.inline(
                            "<div class=\"field\"><label for=\"{{id}}\">{{label}}</label>"
                                    + "<input id=\"{{id}}\" name=\"{{id}}\" value=\"{{value}}\" {{&attributes}}>{{&message}}</div>")
                    .with("id", id)
                    .with("label", label)
                    .with("value", value)
                    .with("attributes", attributes + (fixed ? " readonly" : "") + tied)
                    .with("message", message)
                    .render();
        }
    }
}
