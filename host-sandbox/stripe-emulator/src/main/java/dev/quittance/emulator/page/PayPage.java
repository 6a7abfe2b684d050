package dev.quittance.emulator.page;

import java.util.List;
import java.util.Optional;

/** The hosted payment page. Nothing of a card is ever put back into it. */
public record PayPage(Offer offer, Choice choice, Typed typed, Trouble trouble) {

    /**
     * What is asked for.
     *
     * @param heading what the payer does here
     * @param total the amount written out, such as {@code $6,000.00}; empty where nothing is paid
     * @param button what the button says
     * @param action where the form goes
     * @param mustAgree whether the payer must agree to the business's terms
     * @param canSave whether the payer may keep the payment method
     */
    public record Offer(
            String merchant,
            String heading,
            List<Line> lines,
            String total,
            String button,
            String action,
            Optional<String> cancelUrl,
            Texts texts,
            boolean mustAgree,
            boolean canSave) {}

    /** One thing that is paid for. */
    public record Line(String name, Optional<String> description, long quantity, String amount) {}

    /** The business's own texts: above the button, below it, and beside the box for its terms. */
    public record Texts(Optional<String> submit, Optional<String> afterSubmit, Optional<String> terms) {}

    /**
     * How to pay.
     *
     * @param method the way whose fields are shown
     * @param methods all ways, in their order
     * @param accounts what a payer's bank shows
     */
    public record Choice(String method, List<String> methods, List<Account> accounts) {}

    /** Something to choose from a list. */
    public record Account(String value, String label) {}

    /**
     * What stands in the fields.
     *
     * @param emailFixed whether the business gave the address and the payer cannot change it
     */
    public record Typed(String email, boolean emailFixed, String name) {}

    /**
     * What went wrong.
     *
     * @param decline what the bank said to the last try
     * @param errors what has to be corrected
     */
    public record Trouble(Optional<String> decline, List<FieldError> errors) {
        public static final Trouble NONE = new Trouble(Optional.empty(), List.of());

        public static Trouble declined(String message) {
            return new Trouble(Optional.of(message), List.of());
        }

        public static Trouble of(List<FieldError> errors) {
            return new Trouble(Optional.empty(), errors);
        }
    }

    public PayPage with(Trouble now) {
        return new PayPage(offer, choice, typed, now);
    }

    public PayPage withTyped(Typed now) {
        return new PayPage(offer, choice, now, trouble);
    }

    /** What a payer typed stays, but for the card and the account. */
    public PayPage withTyped(String email, String name) {
        return withTyped(new Typed(typed.emailFixed() ? typed.email() : email, typed.emailFixed(), name));
    }

    public Page render() {
        boolean calm = trouble.decline().isEmpty() && trouble.errors().isEmpty();
        StringBuilder items = new StringBuilder();
        offer.lines().forEach(line -> items.append(item(line)));
        PayFields fields = new PayFields(this, new Inputs(trouble.errors()));
        return Template.document(
                (calm ? "" : "Error: ") + offer.heading(),
                Template.of("pay.html")
                        .with("heading", offer.heading())
                        .with("back", back())
                        .with("total", paragraph("amount", offer.total()))
                        .with("items", items.isEmpty() ? "" : "<ul class=\"items\">" + items + "</ul>")
                        .with("summary", summary())
                        .with("choices", fields.choices())
                        .with("action", offer.action())
                        .with("fields", fields.render())
                        .with(
                                "submitText",
                                paragraph("quiet", offer.texts().submit().orElse("")))
                        .with("button", offer.button())
                        .with(
                                "afterText",
                                paragraph("quiet", offer.texts().afterSubmit().orElse("")))
                        .with("hint", fields.hint())
                        .render());
    }

    private static String paragraph(String style, String text) {
        return text.isEmpty()
                ? ""
                : Template.inline("<p class=\"{{style}}\">{{text}}</p>")
                        .with("style", style)
                        .with("text", text)
                        .render();
    }

    private String back() {
        return offer.cancelUrl()
                .map(url -> Template.inline("<a class=\"back\" href=\"{{url}}\">← Back to {{merchant}}</a>")
                        .with("url", url)
                        .with("merchant", offer.merchant())
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

    private String summary() {
        if (trouble.decline().isEmpty()) {
            return new Inputs(trouble.errors()).summary();
        }
        String field = PayFields.mainField(choice.method());
        return Template.inline(
                        "<div class=\"alert\" role=\"alert\" id=\"errors\" tabindex=\"-1\" autofocus><h2>Your {{what}} did not go through</h2>"
                                + "<p>{{message}} You were not charged. Check <a href=\"#{{field}}\">what you entered</a>, or try"
                                + " another way to pay.</p></div>")
                .with("what", offer.total().isEmpty() ? "payment method" : "payment")
                .with("message", trouble.decline().get())
                .with("field", field)
                .render();
    }
}
