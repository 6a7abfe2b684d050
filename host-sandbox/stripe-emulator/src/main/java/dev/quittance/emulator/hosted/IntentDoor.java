package dev.quittance.emulator.hosted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.account.Accounts;
import dev.quittance.emulator.page.Notice;
import dev.quittance.emulator.page.ThreeDSecurePage;
import dev.quittance.emulator.page.VerifyPage;
import dev.quittance.emulator.payment.Confirmation;
import dev.quittance.emulator.payment.Intents;
import dev.quittance.emulator.payment.Microdeposits;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import dev.quittance.emulator.setup.SetupConfirmation;
import dev.quittance.emulator.store.Currencies;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.Json;
import java.util.List;
import java.util.Optional;

/** One visit of a page about an intent itself: the bank's question, or the small deposits. */
final class IntentDoor {
    private final Call call;
    private final Turn turn;
    private final Kind kind;
    private final ObjectNode intent;

    IntentDoor(Call call, Turn turn, String id) {
        this.call = call;
        this.turn = turn;
        this.kind = PageDoor.intentKind(id);
        this.intent = turn.get(kind, id);
    }

    private boolean isSetup() {
        return kind == Kind.SETUP_INTENT;
    }

    /** The bank's question for an intent that has no session. */
    Answer authenticate() {
        if (!Confirmation.awaitsAuthentication(intent) || intent.has(Confirmation.SESSION)) {
            return Replies.html(
                    200, Notice.of("Your bank asks nothing now", "Nothing was changed. You can close this page."));
        }
        ThreeDSecurePage page = new ThreeDSecurePage(merchant(), total(), call.path());
        String answer = call.method().equals("GET")
                ? ""
                : Replies.form(call).text("outcome").orElse("");
        if (!answer.equals("complete") && !answer.equals("fail")) {
            return Replies.html(call.method().equals("GET") ? 200 : 400, page.render());
        }
        Optional<String> back = Json.text(intent.at("/next_action/redirect_to_url"), "return_url");
        boolean complete = answer.equals("complete");
        if (isSetup()) {
            SetupConfirmation.authenticate(turn, intent, complete, noTerms());
        } else {
            Confirmation.authenticate(turn, intent, complete, accepted -> {});
        }
        return back.map(this::backTo).orElseGet(this::told);
    }

    private static Confirmation.Terms noTerms() {
        return new Confirmation.Terms(false, false, "", Optional.empty(), Optional.empty(), accepted -> {});
    }

    private boolean succeeded() {
        return List.of("succeeded", "requires_capture", "processing")
                .contains(intent.path("status").asText());
    }

    private Answer backTo(String url) {
        String noun = isSetup() ? "setup_intent" : "payment_intent";
        String query = noun + "=" + intent.path("id").asText() + "&" + noun + "_client_secret="
                + intent.path("client_secret").asText() + "&redirect_status=" + (succeeded() ? "succeeded" : "failed");
        return Replies.redirect(url + (url.contains("?") ? "&" : "?") + query);
    }

    private Answer told() {
        return Replies.html(
                200,
                succeeded()
                        ? Notice.of("Your bank agreed", "You can close this page and go back to the business.")
                        : Notice.of(
                                "That did not work", "You were not charged. Go back to the business to try again."));
    }

    /** The small deposits that prove the payer's bank account. */
    Answer verify() {
        if (!Microdeposits.isAwaited(intent)) {
            return Replies.html(200, state());
        }
        VerifyPage page = new VerifyPage(merchant(), total(), call.path(), List.of());
        if (call.method().equals("GET")) {
            return Replies.html(200, page.render());
        }
        Optional<Microdeposits.Proof> proof = proof(Replies.form(call));
        if (proof.isEmpty()) {
            return Replies.html(
                    400,
                    page.with("amount1", "Enter both amounts, or the code from your statement.")
                            .render());
        }
        Microdeposits.Verdict verdict = isSetup()
                ? SetupConfirmation.verify(turn, intent, proof.get())
                : Intents.verifyOnPage(turn, intent, proof.get());
        return verdict == Microdeposits.Verdict.MISMATCH
                ? Replies.html(
                        400,
                        page.with("amount1", "That does not match the deposits. Look at them again.")
                                .render())
                : Replies.html(200, state());
    }

    private static Optional<Microdeposits.Proof> proof(Form form) {
        StringBuilder parameters = new StringBuilder();
        String code = form.text("descriptorCode").orElse("").trim();
        if (code.matches("[A-Za-z0-9]{6}")) {
            parameters.append("descriptor_code=").append(code);
        } else {
            for (String name : List.of("amount1", "amount2")) {
                String amount = form.text(name).orElse("").trim().replaceFirst("^[$]?0?[.]", "");
                parameters
                        .append("amounts[]=")
                        .append(amount.matches("[0-9]{1,2}") ? amount : "x")
                        .append('&');
            }
        }
        try {
            return Optional.of(Microdeposits.Proof.read(Form.parse(parameters.toString())));
        } catch (ApiError e) {
            return Optional.empty();
        }
    }

    private Notice state() {
        return switch (intent.path("status").asText()) {
            case "processing" ->
                Notice.of(
                        "Your bank account is verified",
                        "The payment of " + total() + " is on its way and takes some business days. You need do nothing"
                                + " more.");
            case "succeeded" ->
                Notice.of("Your bank account is verified", "Everything is done. You can close this page.");
            default ->
                Notice.of(
                        "This bank account cannot be verified",
                        "You were not charged. Ask the business for a new link and use another account or a card.");
        };
    }

    private String merchant() {
        return Accounts.keys(turn.get(Kind.ACCOUNT, turn.account())).name();
    }

    private String total() {
        return isSetup()
                ? ""
                : Currencies.format(
                        intent.path("amount").asLong(), intent.path("currency").asText());
    }
}
