package dev.quittance.emulator.checkout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.balance.Settlement;
import dev.quittance.emulator.customer.Customers;
import dev.quittance.emulator.event.Events;
import dev.quittance.emulator.payment.CardEntry;
import dev.quittance.emulator.payment.Cards;
import dev.quittance.emulator.payment.Charges;
import dev.quittance.emulator.payment.TestCard;
import dev.quittance.emulator.store.Blank;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.Json;
import java.util.Optional;

/** What happens to a session as its payer pays, fails, authenticates, or lets the time pass. */
public final class Checkout {
    /** Where a session keeps what its payment intent is to be made with. */
    static final String INTENT_TERMS = "_intent_terms";

    /** Where an intent keeps the card that waits for 3-D Secure. */
    private static final String PENDING_CARD = "_pending_card";

    private static final String CREATE_ALWAYS = "always";

    public enum Step {
        PAID,
        AUTHENTICATE,
        DECLINED
    }

    /**
     * How far the payer got.
     *
     * @param detail for PAID the id of the event that tells of it; for DECLINED what to tell the payer; else empty
     */
    public record Outcome(Step step, String detail) {}

    private Checkout() {}

    /** The payer presses the button. */
    public static Outcome confirm(Turn turn, ObjectNode session, CardEntry entry) {
        ObjectNode intent = intentOf(turn, session);
        ObjectNode method = Cards.paymentMethod(turn, entry);
        turn.put(Kind.PAYMENT_METHOD, method);
        intent.putNull("last_payment_error");
        intent.putNull("next_action");
        if (entry.card().asksThreeDSecure()) {
            return askForAuthentication(turn, session, intent, new Tried(entry, method));
        }
        return charge(turn, session, intent, new Tried(entry, method));
    }

    /** What is being tried: what was typed, and the payment method made of it. */
    private record Tried(CardEntry entry, ObjectNode method) {}

    private static ObjectNode intentOf(Turn turn, ObjectNode session) {
        Optional<String> present = Json.text(session, "payment_intent");
        if (present.isPresent()) {
            return turn.get(Kind.PAYMENT_INTENT, present.get());
        }
        ObjectNode terms = (ObjectNode) session.path(INTENT_TERMS);
        ObjectNode intent = Blank.of(turn, Kind.PAYMENT_INTENT);
        String id = intent.path("id").asText();
        intent.set("amount", session.path("amount_total"));
        intent.set("currency", session.path("currency"));
        intent.set("customer", session.path("customer"));
        intent.put("client_secret", turn.ids().secret(id + "_secret_"));
        intent.set("metadata", terms.path("metadata").deepCopy());
        Json.text(terms, "description").ifPresent(text -> intent.put("description", text));
        Json.text(terms, "receipt_email").ifPresent(text -> intent.put("receipt_email", text));
        intent.put("_session", session.path("id").asText());
        turn.put(Kind.PAYMENT_INTENT, intent);
        Events.emit(turn, "payment_intent.created", intent);
        session.put("payment_intent", id);
        turn.put(Kind.SESSION, session);
        return intent;
    }

    private static Outcome askForAuthentication(Turn turn, ObjectNode session, ObjectNode intent, Tried tried) {
        String page = turn.origin() + "/c/pay/" + session.path("id").asText();
        intent.put("status", "requires_action");
        intent.set("payment_method", tried.method().path("id"));
        ObjectNode action = intent.putObject("next_action");
        action.put("type", "redirect_to_url");
        action.putObject("redirect_to_url").put("return_url", page).put("url", page + "/3ds");
        CardEntry entry = tried.entry();
        intent.putObject(PENDING_CARD)
                .put("card", entry.card().name())
                .put("exp_month", entry.expMonth())
                .put("exp_year", entry.expYear())
                .put("email", entry.email())
                .put("name", entry.name());
        turn.put(Kind.PAYMENT_INTENT, intent);
        Events.emit(turn, "payment_intent.requires_action", intent);
        return new Outcome(Step.AUTHENTICATE, "");
    }

    /** Whether the session's payer has still to answer the bank. */
    public static boolean awaitsAuthentication(Turn turn, ObjectNode session) {
        return Json.text(session, "payment_intent")
                .map(id -> turn.get(Kind.PAYMENT_INTENT, id)
                        .path("status")
                        .asText()
                        .equals("requires_action"))
                .orElse(false);
    }

    /** The payer answered the bank; to be called only while the bank waits. */
    public static Outcome authenticate(Turn turn, ObjectNode session, boolean complete) {
        ObjectNode intent =
                turn.get(Kind.PAYMENT_INTENT, session.path("payment_intent").asText());
        ObjectNode method =
                turn.get(Kind.PAYMENT_METHOD, intent.path("payment_method").asText());
        ObjectNode pending = (ObjectNode) intent.path(PENDING_CARD);
        CardEntry entry = new CardEntry(
                TestCard.valueOf(pending.path("card").asText()),
                pending.path("exp_month").asInt(),
                pending.path("exp_year").asInt(),
                pending.path("email").asText(),
                pending.path("name").asText());
        intent.remove(PENDING_CARD);
        intent.putNull("next_action");
        if (complete) {
            return charge(turn, session, intent, new Tried(entry, method));
        }
        ObjectNode error = Cards.authenticationFailure(method);
        returnToPayer(turn, intent, error);
        return new Outcome(Step.DECLINED, error.path("message").asText());
    }

    private static Outcome charge(Turn turn, ObjectNode session, ObjectNode intent, Tried tried) {
        TestCard.Issuer issuer = tried.entry().card().issuer();
        if (issuer.approves()) {
            return succeed(turn, session, intent, tried);
        }
        ObjectNode charge = Charges.make(turn, intent, tried.entry(), tried.method());
        turn.put(Kind.CHARGE, charge);
        intent.set("latest_charge", charge.path("id"));
        Events.emit(turn, "charge.failed", charge);
        ObjectNode error = Cards.decline(issuer, charge, tried.method());
        returnToPayer(turn, intent, error);
        return new Outcome(Step.DECLINED, issuer.message());
    }

    private static void returnToPayer(Turn turn, ObjectNode intent, ObjectNode error) {
        intent.put("status", "requires_payment_method");
        intent.putNull("payment_method");
        intent.set("last_payment_error", error);
        turn.put(Kind.PAYMENT_INTENT, intent);
        Events.emit(turn, "payment_intent.payment_failed", intent);
    }

    private static Outcome succeed(Turn turn, ObjectNode session, ObjectNode intent, Tried tried) {
        CardEntry entry = tried.entry();
        String created = session.path("customer_creation").asText();
        if (session.path("customer").isNull() && created.equals(CREATE_ALWAYS)) {
            ObjectNode customer = Customers.make(turn);
            customer.put("email", entry.email());
            customer.put("name", entry.name());
            turn.put(Kind.CUSTOMER, customer);
            Events.emit(turn, "customer.created", customer);
            session.set("customer", customer.path("id"));
        }
        intent.set("customer", session.path("customer"));
        intent.put("status", "succeeded");
        intent.set("amount_received", intent.path("amount"));
        intent.set("payment_method", tried.method().path("id"));
        ObjectNode charge = Charges.make(turn, intent, entry, tried.method());
        intent.set("latest_charge", charge.path("id"));
        turn.put(Kind.CHARGE, charge);
        turn.put(Kind.PAYMENT_INTENT, intent);
        Settlement.await(turn, charge);

        session.put("status", "complete");
        session.put("payment_status", "paid");
        session.putNull("url");
        session.remove(Doc.DUE_MILLIS);
        session.put("_email", entry.email());
        session.set("customer_details", customerDetails(entry.email(), Optional.of(entry.name())));
        turn.put(Kind.SESSION, session);

        Events.emit(turn, "charge.succeeded", charge);
        Events.emit(turn, "payment_intent.succeeded", intent);
        return new Outcome(Step.PAID, Events.emit(turn, "checkout.session.completed", session));
    }

    /** Ends an open session by call or by time. Its intent, if the payer had begun, is canceled with it. */
    static ObjectNode expire(Turn turn, ObjectNode session) {
        session.put("status", "expired");
        session.putNull("url");
        session.remove(Doc.DUE_MILLIS);
        turn.put(Kind.SESSION, session);
        Json.text(session, "payment_intent").ifPresent(id -> {
            ObjectNode intent = turn.get(Kind.PAYMENT_INTENT, id);
            intent.put("status", "canceled");
            intent.put("canceled_at", turn.nowSeconds());
            intent.put("cancellation_reason", "expired");
            intent.putNull("next_action");
            intent.remove(PENDING_CARD);
            turn.put(Kind.PAYMENT_INTENT, intent);
            Events.emit(turn, "payment_intent.canceled", intent);
        });
        Events.emit(turn, "checkout.session.expired", session);
        return session;
    }

    static ObjectNode customerDetails(String email, Optional<String> name) {
        ObjectNode details = Json.object();
        details.putNull("address");
        details.putNull("business_name");
        details.put("email", email);
        details.putNull("individual_name");
        details.put("name", name.orElse(null));
        details.putNull("phone");
        details.put("tax_exempt", "none");
        details.putArray("tax_ids");
        return details;
    }
}
