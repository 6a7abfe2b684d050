package dev.quittance.emulator.page;

/**
 * The bank's question, as a page of its own.
 *
 * @param action where the answer goes: {@code outcome=complete} or {@code outcome=fail}
 */
public record ThreeDSecurePage(String merchant, String total, String action) {
    public Page render() {
        return Template.document(
                "Confirm it is you",
                Template.of("three-d-secure.html")
                        .with("question", question())
                        .with("action", action)
                        .render());
    }

    private String question() {
        return total.isEmpty()
                ? merchant + " wants to save your card for later."
                : merchant + " asks for " + total + ".";
    }
}
