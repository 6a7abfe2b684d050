package dev.quittance.emulator.checkout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.customer.Customers;
import dev.quittance.emulator.event.Events;
import dev.quittance.emulator.payment.Confirmation;
import dev.quittance.emulator.payment.Intents;
import dev.quittance.emulator.payment.Mandates;
import dev.quittance.emulator.setup.SetupConfirmation;
import dev.quittance.emulator.setup.SetupIntents;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happens to a session as its payer pays, fails, authenticates, or lets the time pass. */
public final class Checkout {
    /** Where a session keeps what its payment intent is to be made with. */
    static final String INTENT_TERMS = "_intent_terms";

    /** Where a session keeps whether its customer takes the name that is entered. */
    static final String NAME_UPDATE = "_customer_name";

    private static final String CREATE_ALWAYS = "always";

    /** How far the payer got. */
    public enum Step {
        /** The payer is done here: paid, on the way, or set up. */
        DONE,
        AUTHENTICATE,
        DECLINED
    }

    /**
     * How far the payer got.
     *
     * @param detail for DONE the id of the event that tells of it; for DECLINED what to tell the payer; else empty
     */
    public record Outcome(Step step, String detail) {}

    /**
     * What the payer entered.
     *
     * @param method the payment method made of it, not yet put
     * @param save whether the payer wants it kept
     * @param agreed whether the payer agreed to the business's terms
     */
    public record Entered(ObjectNode method, boolean save, boolean agreed) {}

    private Checkout() {}

    public static boolean isSetup(ObjectNode session) {
        return session.path("mode").asText().equals("setup");
    }

    /** The payer presses the button. */
    public static Outcome confirm(Turn turn, ObjectNode session, Entered entered) {
        ObjectNode method = entered.method();
        method.put("allow_redisplay", entered.save() ? "always" : "limited");
        turn.put(Kind.PAYMENT_METHOD, method);
        if (entered.agreed()) {
            session.putObject("consent").putNull("promotions").put("terms_of_service", "accepted");
        }
        ObjectNode intent = intentOf(turn, session);
        if (entered.save() && intent.path("setup_future_usage").isNull() && !isSetup(session)) {
            intent.put("setup_future_usage", "on_session");
        }
        Confirmation.Terms terms = terms(turn, session, method);
        Confirmation.Step step = isSetup(session)
                ? SetupConfirmation.confirm(turn, intent, method, terms)
                : Confirmation.confirm(turn, intent, method, terms);
        return goOn(turn, session, intent, step);
    }

    private static Confirmation.Terms terms(Turn turn, ObjectNode session, ObjectNode method) {
        String page = turn.origin() + "/c/pay/" + session.path("id").asText();
        return new Confirmation.Terms(
                false,
                false,
                page + "/3ds",
                Optional.of(page),
                Optional.of(Mandates.online(turn)),
                intent -> nameCustomer(turn, session, intent, method));
    }

    private static Outcome goOn(Turn turn, ObjectNode session, ObjectNode intent, Confirmation.Step step) {
        return switch (step) {
            case AUTHENTICATE -> new Outcome(Step.AUTHENTICATE, "");
            case FAILED ->
                new Outcome(
                        Step.DECLINED,
                        intent.path(isSetup(session) ? "last_setup_error" : "last_payment_error")
                                .path("message")
                                .asText());
            default -> new Outcome(Step.DONE, complete(turn, session, intent));
        };
    }

    private static ObjectNode intentOf(Turn turn, ObjectNode session) {
        if (isSetup(session)) {
            return turn.get(Kind.SETUP_INTENT, session.path("setup_intent").asText());
        }
        Optional<String> present = Json.text(session, "payment_intent");
        if (present.isPresent()) {
            return turn.get(Kind.PAYMENT_INTENT, present.get());
        }
        ObjectNode intent = Intents.begin(turn);
        intent.set("amount", session.path("amount_total"));
        intent.set("currency", session.path("currency"));
        fillTerms(turn, session, intent);
        Intents.setTypes(turn, intent, types(session));
        String threeDSecure = session.at("/payment_method_options/card/request_three_d_secure")
                .asText("automatic");
        if (intent.path("payment_method_options").path("card") instanceof ObjectNode card) {
            card.put("request_three_d_secure", threeDSecure);
        }
        turn.put(Kind.PAYMENT_INTENT, intent);
        Events.emit(turn, "payment_intent.created", intent);
        session.set("payment_intent", intent.path("id"));
        turn.put(Kind.SESSION, session);
        return intent;
    }

    private static void fillTerms(Turn turn, ObjectNode session, ObjectNode intent) {
        intent.set("customer", session.path("customer"));
        ObjectNode terms = (ObjectNode) session.path(INTENT_TERMS);
        terms.fields()
                .forEachRemaining(
                        term -> intent.set(term.getKey(), term.getValue().deepCopy()));
        intent.set(Confirmation.SESSION, session.path("id"));
    }

    private static List<String> types(ObjectNode session) {
        List<String> types = new ArrayList<>();
        session.path("payment_method_types").forEach(type -> types.add(type.asText()));
        return types;
    }

    /** Makes a session's setup intent; the session is not yet put. */
    static void beginSetup(Turn turn, ObjectNode session) {
        ObjectNode intent = SetupIntents.begin(turn);
        fillTerms(turn, session, intent);
        SetupIntents.setTypes(turn, intent, types(session));
        turn.put(Kind.SETUP_INTENT, intent);
        Events.emit(turn, "setup_intent.created", intent);
        session.set("setup_intent", intent.path("id"));
    }

    /** Whether the session's payer has still to answer the bank. */
    public static boolean awaitsAuthentication(Turn turn, ObjectNode session) {
        return hasIntent(session) && Confirmation.awaitsAuthentication(intentOf(turn, session));
    }

    private static boolean hasIntent(ObjectNode session) {
        return isSetup(session) || Json.text(session, "payment_intent").isPresent();
    }

    /** The payer answered the bank; to be called only while the bank waits. */
    public static Outcome authenticate(Turn turn, ObjectNode session, boolean complete) {
        ObjectNode intent = intentOf(turn, session);
        ObjectNode method =
                turn.get(Kind.PAYMENT_METHOD, intent.path("payment_method").asText());
        Confirmation.Terms terms = terms(turn, session, method);
        Confirmation.Step step = isSetup(session)
                ? SetupConfirmation.authenticate(turn, intent, complete, terms)
                : Confirmation.authenticate(turn, intent, complete, terms.onAccepted());
        return goOn(turn, session, intent, step);
    }

    /** Makes the payer a customer where the session wants that, and tells the intent who it is. */
    private static void nameCustomer(Turn turn, ObjectNode session, ObjectNode intent, ObjectNode method) {
        ObjectNode billing = (ObjectNode) method.path("billing_details");
        boolean wanted = session.path("customer_creation").asText().equals(CREATE_ALWAYS)
                || !intent.path("setup_future_usage").isNull() && !isSetup(session);
        if (session.path("customer").isNull() && wanted) {
            ObjectNode customer = Customers.make(turn);
            customer.set("email", billing.path("email"));
            customer.set("name", billing.path("name"));
            turn.put(Kind.CUSTOMER, customer);
            Events.emit(turn, "customer.created", customer);
            session.set("customer", customer.path("id"));
        } else if (session.path(NAME_UPDATE).asText().equals("auto")) {
            rename(turn, session, billing);
        }
        intent.set("customer", session.path("customer"));
    }

    private static void rename(Turn turn, ObjectNode session, ObjectNode billing) {
        ObjectNode customer = turn.get(Kind.CUSTOMER, session.path("customer").asText());
        if (!customer.path("name").equals(billing.path("name"))) {
            ObjectNode before = Json.object();
            before.set("name", customer.path("name"));
            customer.set("name", billing.path("name"));
            turn.put(Kind.CUSTOMER, customer);
            Events.emit(turn, "customer.updated", customer, before);
        }
    }

    private static String complete(Turn turn, ObjectNode session, ObjectNode intent) {
        ObjectNode billing = (ObjectNode)
                turn.get(Kind.PAYMENT_METHOD, intent.path("payment_method").asText())
                        .path("billing_details");
        String email = billing.path("email").asText();
        session.put("status", "complete");
        if (!isSetup(session)) {
            boolean paid = intent.path("status").asText().equals("succeeded");
            session.put("payment_status", paid ? "paid" : "unpaid");
        }
        session.putNull("url");
        session.remove(Doc.DUE_MILLIS);
        session.put("_email", email);
        session.set("customer_details", customerDetails(email, Json.text(billing, "name")));
        turn.put(Kind.SESSION, session);
        return Events.emit(turn, "checkout.session.completed", session);
    }

    /** Ends an open session by call or by time. Its intent, if the payer had begun, is canceled with it. */
    static ObjectNode expire(Turn turn, ObjectNode session) {
        session.put("status", "expired");
        session.putNull("url");
        session.remove(Doc.DUE_MILLIS);
        turn.put(Kind.SESSION, session);
        if (isSetup(session)) {
            SetupConfirmation.cancel(turn, intentOf(turn, session), Optional.of("abandoned"));
        } else if (hasIntent(session)) {
            Confirmation.cancel(turn, intentOf(turn, session), Optional.of("expired"));
        }
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
