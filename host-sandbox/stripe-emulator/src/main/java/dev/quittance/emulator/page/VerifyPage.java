package dev.quittance.emulator.page;

import java.util.List;

/**
 * Where a payer enters the two small deposits, or the code, that came to their bank account.
 *
 * @param total the amount that is debited afterwards; empty where nothing is paid
 * @param action where the form goes
 */
public record VerifyPage(String merchant, String total, String action, List<FieldError> errors) {
    public VerifyPage with(String field, String message) {
        return new VerifyPage(merchant, total, action, List.of(new FieldError(field, message)));
    }

    public Page render() {
        Inputs inputs = new Inputs(errors);
        String digits = "inputmode=\"decimal\" autocomplete=\"off\"";
        String then = total.isEmpty() ? "" : " Then " + merchant + " debits " + total + ".";
        return Template.document(
                (errors.isEmpty() ? "" : "Error: ") + "Verify your bank account",
                Template.of("verify.html")
                        .with("merchant", merchant)
                        .with("then", then)
                        .with("summary", inputs.summary())
                        .with("action", action)
                        .with(
                                "fields",
                                "<div class=\"pair\">" + inputs.text("amount1", "First deposit, in cents", digits, "")
                                        + inputs.text("amount2", "Second deposit, in cents", digits, "") + "</div>"
                                        + inputs.text(
                                                "descriptorCode",
                                                "Or the code on your statement, such as SM11AA",
                                                "autocomplete=\"off\"",
                                                ""))
                        .render());
    }
}
