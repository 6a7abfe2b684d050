package dev.quittance.emulator.hosted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.account.Accounts;
import dev.quittance.emulator.api.Checks;
import dev.quittance.emulator.checkout.Checkout;
import dev.quittance.emulator.checkout.LineItems;
import dev.quittance.emulator.page.Notice;
import dev.quittance.emulator.page.Page;
import dev.quittance.emulator.page.PayPage;
import dev.quittance.emulator.page.ThreeDSecurePage;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import dev.quittance.emulator.port.World;
import dev.quittance.emulator.store.Changes;
import dev.quittance.emulator.store.Currencies;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Ids;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Store;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way in for people: the hosted payment page and its 3-D Secure step. */
public final class PageDoor {
    private static final String PAY = "/c/pay/";
    private static final String AUTHENTICATION = "/3ds";

    /** The longest form a person can send here. */
    private static final int MAX_FORM_BYTES = 64 * 1024;

    private final World world;
    private final Store store;
    private final Ids ids;

    public PageDoor(World world, Store store, Ids ids) {
        this.world = world;
        this.store = store;
        this.ids = ids;
    }

    public Answer answer(Call call) {
        String path = call.path();
        if (path.equals("/healthz")) {
            return new Answer(200, Map.of("Content-Type", "text/plain"), "ok\n".getBytes(StandardCharsets.UTF_8));
        }
        if (!call.method().equals("GET") && !call.method().equals("POST")) {
            return html(405, Notice.of("This address cannot be used that way", "Open it in a browser."));
        }
        if (path.startsWith(PAY)) {
            return pay(call, path.substring(PAY.length()));
        }
        return html(404, Notice.of("Nothing is here", "The local Stripe has no page at this address."));
    }

    private Answer pay(Call call, String rest) {
        boolean authentication = rest.endsWith(AUTHENTICATION);
        String id = authentication ? rest.substring(0, rest.length() - AUTHENTICATION.length()) : rest;
        Optional<Doc> found = store.find(Kind.SESSION, id);
        if (found.isEmpty()) {
            return html(
                    404,
                    Notice.of(
                            "This payment page does not exist",
                            "Nobody was charged. Ask the business for a new link."));
        }
        Turn turn = turn(found.get().partition());
        ObjectNode session = turn.get(Kind.SESSION, id);
        String status = session.path("status").asText();
        if (!status.equals("open")) {
            return closed(session, status);
        }
        try {
            return authentication ? authenticate(call, turn, session) : checkout(call, turn, session);
        } catch (ApiError e) {
            return html(400, Notice.of("That could not be read", "Nobody was charged. Go back and try again."));
        }
    }

    private static Answer closed(ObjectNode session, String status) {
        return status.equals("complete")
                ? html(
                        200,
                        Notice.of("You have already paid", "This payment went through. You were charged once.")
                                .withLink("Return to the business", successUrl(session)))
                : html(
                        200,
                        Notice.of(
                                        "This payment page has expired",
                                        "Nobody was charged. Ask the business for a new link.")
                                .withLink(
                                        "Return to the business",
                                        Json.text(session, "cancel_url").orElse(null)));
    }

    private static String successUrl(ObjectNode session) {
        return session.path("success_url")
                .asText()
                .replace("{CHECKOUT_SESSION_ID}", session.path("id").asText());
    }

    private Answer checkout(Call call, Turn turn, ObjectNode session) {
        if (call.method().equals("GET")) {
            return html(200, view(turn, session).render());
        }
        Form form = form(call);
        CardForm typed = CardForm.read(form, fixedEmail(turn, session), turn.now());
        if (typed.entry().isEmpty()) {
            return html(
                    400,
                    typedAgain(view(turn, session), form)
                            .withErrors(typed.errors())
                            .render());
        }
        Checkout.Outcome outcome = Checkout.confirm(turn, session, typed.entry().get());
        turn.changes().commit(world.journal());
        return next(turn, session, outcome, form);
    }

    private Answer authenticate(Call call, Turn turn, ObjectNode session) {
        if (!Checkout.awaitsAuthentication(turn, session)) {
            return redirect(PAY + session.path("id").asText(), null);
        }
        if (call.method().equals("GET")) {
            return html(200, authenticationPage(turn, session));
        }
        Form form = form(call);
        String answer = form.text("outcome").orElse("");
        if (!answer.equals("complete") && !answer.equals("fail")) {
            return html(400, authenticationPage(turn, session));
        }
        Checkout.Outcome outcome = Checkout.authenticate(turn, session, answer.equals("complete"));
        turn.changes().commit(world.journal());
        return next(turn, session, outcome, form);
    }

    private Answer next(Turn turn, ObjectNode session, Checkout.Outcome outcome, Form form) {
        return switch (outcome.step()) {
            case PAID -> redirect(successUrl(session), outcome.detail());
            case AUTHENTICATE -> redirect(PAY + session.path("id").asText() + AUTHENTICATION, null);
            case DECLINED ->
                html(
                        402,
                        typedAgain(view(turn, session), form)
                                .withDecline(outcome.detail())
                                .render());
        };
    }

    private Page authenticationPage(Turn turn, ObjectNode session) {
        return new ThreeDSecurePage(
                        merchant(turn), total(session), PAY + session.path("id").asText() + AUTHENTICATION)
                .render();
    }

    private PayPage view(Turn turn, ObjectNode session) {
        List<PayPage.Line> lines = new ArrayList<>();
        String currency = session.path("currency").asText();
        for (JsonNode item : LineItems.all(session)) {
            lines.add(new PayPage.Line(
                    item.path("description").asText(),
                    Json.text(item, "_description"),
                    item.path("quantity").asLong(),
                    Currencies.format(item.path("amount_total").asLong(), currency)));
        }
        Optional<String> fixed = fixedEmail(turn, session);
        return new PayPage(
                merchant(turn),
                lines,
                total(session),
                verb(session.path("submit_type").asText()),
                PAY + session.path("id").asText(),
                Json.text(session, "cancel_url"),
                fixed.orElse(""),
                fixed.isPresent(),
                "",
                Optional.empty(),
                List.of());
    }

    /** What a payer typed stays, but for the card. */
    private static PayPage typedAgain(PayPage page, Form form) {
        PayPage named = page.withName(form.text("billingName").orElse(""));
        return page.emailFixed() ? named : named.withEmail(form.text("email").orElse(""));
    }

    private static String verb(String submitType) {
        return switch (submitType) {
            case "book" -> "Book";
            case "donate" -> "Donate";
            default -> "Pay";
        };
    }

    private static String total(ObjectNode session) {
        return Currencies.format(
                session.path("amount_total").asLong(), session.path("currency").asText());
    }

    private static String merchant(Turn turn) {
        return Accounts.keys(turn.get(Kind.ACCOUNT, turn.account())).name();
    }

    /** A business that named the payer's address does not want it changed. */
    private static Optional<String> fixedEmail(Turn turn, ObjectNode session) {
        return Json.text(session, "customer_email")
                .or(() -> Json.text(session, "customer")
                        .flatMap(id -> turn.find(Kind.CUSTOMER, id))
                        .flatMap(customer -> Json.text(customer, "email")))
                .filter(Checks::isEmail);
    }

    private static Form form(Call call) {
        if (call.body().length > MAX_FORM_BYTES) {
            throw ApiError.tooLarge("more than a person can type");
        }
        return Form.parse(new String(call.body(), StandardCharsets.UTF_8));
    }

    private static Answer redirect(String location, @Nullable String awaitedEvent) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Location", location);
        headers.put("Cache-Control", "no-store");
        headers.put("Referrer-Policy", "no-referrer");
        if (awaitedEvent != null) {
            headers.put(Answer.AWAITS_EVENT, awaitedEvent);
        }
        return new Answer(303, headers, new byte[0]);
    }

    private static Answer html(int status, Page page) {
        return new Answer(status, page.headers(), page.html().getBytes(StandardCharsets.UTF_8));
    }

    private static Answer html(int status, Notice notice) {
        return html(status, notice.render());
    }

    private Turn turn(String partition) {
        Turn.Cause cause = new Turn.Cause(Optional.of(ids.request()), Optional.empty());
        return new Turn(partition, world.clock().instant(), cause, new Changes(store), store, ids, world.origin());
    }
}
