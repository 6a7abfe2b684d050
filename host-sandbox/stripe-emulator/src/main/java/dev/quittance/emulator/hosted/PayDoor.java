package dev.quittance.emulator.hosted;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.checkout.Checkout;
import dev.quittance.emulator.page.FieldError;
import dev.quittance.emulator.page.Notice;
import dev.quittance.emulator.page.PayPage;
import dev.quittance.emulator.page.ThreeDSecurePage;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.Json;
import java.util.List;
import java.util.Optional;

/** One visit of a session's page. */
final class PayDoor {
    private final Call call;
    private final Turn turn;

    PayDoor(Call call, Turn turn) {
        this.call = call;
        this.turn = turn;
    }

    Answer answer(String id, boolean authentication) {
        ObjectNode session = turn.get(Kind.SESSION, id);
        if (!session.path("status").asText().equals("open")) {
            return Replies.html(200, closed(session));
        }
        return authentication ? authenticate(session) : checkout(session);
    }

    private static Notice closed(ObjectNode session) {
        if (session.path("status").asText().equals("expired")) {
            return Notice.of("This payment page has expired", "Nobody was charged. Ask the business for a new link.")
                    .withLink(
                            "Return to the business",
                            Json.text(session, "cancel_url").orElse(null));
        }
        Notice notice = switch (session.path("payment_status").asText()) {
            case "paid" -> Notice.of("You have already paid", "This payment went through. You were charged once.");
            case "unpaid" ->
                Notice.of(
                        "Your payment is on its way",
                        "You need not pay again. A bank debit takes some business days; if your bank account has"
                                + " to be verified first, the business tells you how.");
            default -> Notice.of("Your payment method is saved", "Nobody was charged. You can close this page.");
        };
        return notice.withLink("Return to the business", successUrl(session));
    }

    private static String successUrl(ObjectNode session) {
        return session.path("success_url")
                .asText()
                .replace("{CHECKOUT_SESSION_ID}", session.path("id").asText());
    }

    private Answer checkout(ObjectNode session) {
        SessionView view = new SessionView(turn, session);
        if (call.method().equals("GET")) {
            String wanted = Form.parse(call.rawQuery()).text("method").orElse("");
            return Replies.html(200, view.page(view.method(wanted)).render());
        }
        Form form = Replies.form(call);
        String method = view.method(form.text("method").orElse(""));
        PayForm typed = PayForm.read(turn, form, method, view.fixedEmail());
        List<FieldError> errors = typed.errors(view.mustAgree());
        if (!errors.isEmpty() || typed.method().isEmpty()) {
            return Replies.html(
                    400,
                    typedAgain(view.page(method), form)
                            .with(PayPage.Trouble.of(errors))
                            .render());
        }
        boolean save = view.canSave() && typed.save();
        Checkout.Outcome outcome = Checkout.confirm(
                turn, session, new Checkout.Entered(typed.method().get(), save, view.mustAgree()));
        return next(session, outcome, typedAgain(view.page(method), form));
    }

    private static PayPage typedAgain(PayPage page, Form form) {
        return page.withTyped(
                form.text("email").orElse(""), form.text("billingName").orElse(""));
    }

    private Answer authenticate(ObjectNode session) {
        if (!Checkout.awaitsAuthentication(turn, session)) {
            return Replies.redirect(PageDoor.PAY + session.path("id").asText());
        }
        SessionView view = new SessionView(turn, session);
        ThreeDSecurePage page = new ThreeDSecurePage(
                view.merchant(), view.total(), PageDoor.PAY + session.path("id").asText() + PageDoor.AUTHENTICATION);
        if (call.method().equals("GET")) {
            return Replies.html(200, page.render());
        }
        String answer = Replies.form(call).text("outcome").orElse("");
        if (!answer.equals("complete") && !answer.equals("fail")) {
            return Replies.html(400, page.render());
        }
        PayPage again = view.page("card").withTyped(view.lastTyped());
        return next(session, Checkout.authenticate(turn, session, answer.equals("complete")), again);
    }

    private static Answer next(ObjectNode session, Checkout.Outcome outcome, PayPage again) {
        return switch (outcome.step()) {
            case DONE -> Replies.redirect(successUrl(session), Optional.of(outcome.detail()));
            case AUTHENTICATE ->
                Replies.redirect(PageDoor.PAY + session.path("id").asText() + PageDoor.AUTHENTICATION);
            case DECLINED ->
                Replies.html(
                        402,
                        again.with(PayPage.Trouble.declined(outcome.detail())).render());
        };
    }
}
