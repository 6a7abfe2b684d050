package dev.quittance.emulator.page;

import java.util.List;

/** The fields of the hosted page for the way to pay that was chosen, and the links to the other ways. */
record PayFields(PayPage page, Inputs inputs) {
    private static final String EMAIL = "type=\"email\" autocomplete=\"email\" required";
    private static final String NAME = "autocomplete=\"cc-name\" required";
    private static final String DIGITS = "inputmode=\"numeric\" autocomplete=\"off\" required";

    private static String label(String method) {
        return switch (method) {
            case "apple_pay" -> "Apple Pay";
            case "google_pay" -> "Google Pay";
            case "us_bank_account" -> "US bank account";
            case "us_bank_account_manual" -> "Bank account by number";
            default -> "Card";
        };
    }

    /** The field to look at when the bank said no. */
    static String mainField(String method) {
        return switch (method) {
            case "us_bank_account" -> "bankAccount";
            case "us_bank_account_manual" -> "accountNumber";
            case "apple_pay", "google_pay" -> "email";
            default -> "cardNumber";
        };
    }

    String choices() {
        List<String> methods = page.choice().methods();
        if (methods.size() == 1) {
            return "";
        }
        StringBuilder links = new StringBuilder();
        for (String method : methods) {
            String current = method.equals(page.choice().method()) ? " aria-current=\"true\"" : "";
            links.append(Template.inline("<li><a href=\"{{action}}?method={{method}}\"{{&current}}>{{label}}</a></li>")
                    .with("action", page.offer().action())
                    .with("method", method)
                    .with("current", current)
                    .with("label", label(method))
                    .render());
        }
        return "<nav aria-label=\"Ways to pay\"><ul class=\"ways\">" + links + "</ul></nav>";
    }

    String render() {
        PayPage.Typed typed = page.typed();
        String email = inputs.text("email", "Email", EMAIL + (typed.emailFixed() ? " readonly" : ""), typed.email());
        String own = switch (page.choice().method()) {
            case "us_bank_account" -> bank();
            case "us_bank_account_manual" -> bankByNumber();
            case "apple_pay", "google_pay" -> wallet();
            default -> card();
        };
        return email + own + terms();
    }

    private String hidden() {
        return "<input type=\"hidden\" name=\"method\" value=\"" + page.choice().method() + "\">";
    }

    private String card() {
        return inputs.text("cardNumber", "Card number", "inputmode=\"numeric\" autocomplete=\"cc-number\" required", "")
                + "<div class=\"pair\">"
                + inputs.text(
                        "cardExpiry",
                        "Expiry date (MM / YY)",
                        "inputmode=\"numeric\" autocomplete=\"cc-exp\" required",
                        "")
                + inputs.text(
                        "cardCvc", "Security code (CVC)", "inputmode=\"numeric\" autocomplete=\"cc-csc\" required", "")
                + "</div>"
                + inputs.text("billingName", "Name on card", NAME, page.typed().name());
    }

    private String wallet() {
        return hidden() + "<div class=\"sheet\"><h2>" + label(page.choice().method())
                + "</h2><p>This stands for the wallet's own sheet. It pays with Visa •••• 4242.</p></div>";
    }

    private String bank() {
        return hidden()
                + inputs.text(
                        "billingName",
                        "Name of the account's holder",
                        NAME,
                        page.typed().name())
                + inputs.choice(
                        "bankAccount",
                        "Your account at the test bank",
                        page.choice().accounts())
                + mandate();
    }

    private String bankByNumber() {
        return hidden()
                + inputs.text(
                        "billingName",
                        "Name of the account's holder",
                        NAME,
                        page.typed().name())
                + inputs.text("routingNumber", "Routing number", DIGITS, "")
                + inputs.text("accountNumber", "Account number", DIGITS, "")
                + "<p class=\"quiet\">Two small deposits will be sent to this account. You verify them before you are"
                + " charged.</p>" + mandate();
    }

    private String mandate() {
        return Template.inline(
                        "<p class=\"quiet\">By going on you allow {{merchant}} to debit this bank account{{what}}."
                                + " You may take this back by telling {{merchant}}.</p>")
                .with("merchant", page.offer().merchant())
                .with("what", page.offer().total().isEmpty() ? " for later payments" : " for this payment")
                .render();
    }

    private String terms() {
        String save = page.offer().canSave()
                ? inputs.tick("savePaymentMethod", "Save my payment details for the next time")
                : "";
        String agree = page.offer().mustAgree()
                ? inputs.tick(
                        "termsOfService",
                        page.offer()
                                .texts()
                                .terms()
                                .orElse("I agree to the terms of service of "
                                        + page.offer().merchant()))
                : "";
        return save + agree;
    }

    String hint() {
        return switch (page.choice().method()) {
            case "us_bank_account" -> "Choose a test account: its name says what will come of the debit.";
            case "us_bank_account_manual" -> "Test account: routing number 110000000, account number 000123456789.";
            case "apple_pay", "google_pay" -> "No wallet is asked: the button pays.";
            default -> "Test card: 4242 4242 4242 4242, any future date, any security code.";
        };
    }
}
