package dev.quittance.emulator.setup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.event.Events;
import dev.quittance.emulator.payment.Cards;
import dev.quittance.emulator.payment.Confirmation;
import dev.quittance.emulator.payment.Confirmation.Step;
import dev.quittance.emulator.payment.Mandates;
import dev.quittance.emulator.payment.Microdeposits;
import dev.quittance.emulator.payment.PaymentFaults;
import dev.quittance.emulator.payment.PaymentMethods;
import dev.quittance.emulator.payment.TestCard;
import dev.quittance.emulator.store.Blank;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Json;
import java.util.Optional;

/** Tries to keep a payment method for later, and goes on where the payer's bank was asked. */
public final class SetupConfirmation {
    private static final String MANDATE = "_mandate";

    private SetupConfirmation() {}

    /** Tries; both objects are put. {@link Step#PROCESSING} is never the result. */
    public static Step confirm(Turn turn, ObjectNode intent, ObjectNode method, Confirmation.Terms terms) {
        intent.putNull("last_setup_error");
        intent.putNull("next_action");
        intent.set("payment_method", method.path("id"));
        begin(turn, intent, method);
        if (Cards.isBank(method)) {
            return confirmBank(turn, intent, method, terms);
        }
        TestCard card = Cards.card(method);
        if (!card.canBeSaved()) {
            return fail(turn, intent, PaymentFaults.declined(card.issuer(), method));
        }
        if (card.asksThreeDSecure()) {
            return ask(turn, intent, terms);
        }
        return succeed(turn, intent, method, terms);
    }

    private static Step confirmBank(Turn turn, ObjectNode intent, ObjectNode method, Confirmation.Terms terms) {
        ObjectNode acceptance = terms.acceptance()
                .orElseThrow(() -> ApiError.invalid(
                        "mandate_data",
                        "You must provide `mandate_data` when confirming with a payment method of type"
                                + " `us_bank_account`."));
        intent.put("mandate", Mandates.multiUse(turn, method, acceptance));
        if (Cards.isVerified(method)) {
            return succeed(turn, intent, method, terms);
        }
        terms.onAccepted().accept(intent);
        Microdeposits.ask(turn, intent, method);
        turn.put(Kind.SETUP_INTENT, intent);
        Events.emit(turn, "setup_intent.requires_action", intent);
        return Step.VERIFY;
    }

    private static void begin(Turn turn, ObjectNode intent, ObjectNode method) {
        ObjectNode attempt = Blank.of(turn, Kind.SETUP_ATTEMPT);
        attempt.set("customer", intent.path("customer"));
        attempt.set("payment_method", method.path("id"));
        attempt.set("setup_intent", intent.path("id"));
        attempt.set("usage", intent.path("usage"));
        String type = method.path("type").asText();
        ObjectNode details = (ObjectNode) attempt.path("payment_method_details");
        details.put("type", type);
        ObjectNode ofType = details.putObject(type);
        if (type.equals("card")) {
            for (String name : new String[] {
                "brand", "checks", "country", "exp_month", "exp_year", "fingerprint", "funding", "last4"
            }) {
                ofType.set(name, method.path("card").path(name).deepCopy());
            }
            ofType.set("network", ofType.path("brand"));
            ofType.putNull("three_d_secure");
            ofType.putNull("wallet");
        }
        turn.put(Kind.SETUP_ATTEMPT, attempt);
        intent.set("latest_attempt", attempt.path("id"));
    }

    private static void end(Turn turn, ObjectNode intent, String status) {
        ObjectNode attempt =
                turn.get(Kind.SETUP_ATTEMPT, intent.path("latest_attempt").asText());
        attempt.put("status", status);
        attempt.set("setup_error", intent.path("last_setup_error").deepCopy());
        attempt.set("customer", intent.path("customer"));
        turn.put(Kind.SETUP_ATTEMPT, attempt);
    }

    private static Step ask(Turn turn, ObjectNode intent, Confirmation.Terms terms) {
        intent.put("status", "requires_action");
        intent.put(Confirmation.AUTHENTICATING, true);
        Confirmation.fillAction(intent, terms);
        turn.put(Kind.SETUP_INTENT, intent);
        end(turn, intent, "requires_action");
        Events.emit(turn, "setup_intent.requires_action", intent);
        return Step.AUTHENTICATE;
    }

    /** The payer answered the bank; to be called only while the bank waits. */
    public static Step authenticate(Turn turn, ObjectNode intent, boolean complete, Confirmation.Terms terms) {
        ObjectNode method =
                turn.get(Kind.PAYMENT_METHOD, intent.path("payment_method").asText());
        intent.remove(Confirmation.AUTHENTICATING);
        intent.putNull("next_action");
        return complete
                ? succeed(turn, intent, method, terms)
                : fail(turn, intent, PaymentFaults.unauthenticated("setup", method));
    }

    private static Step fail(Turn turn, ObjectNode intent, ObjectNode error) {
        intent.put("status", "requires_payment_method");
        intent.putNull("payment_method");
        intent.putNull("next_action");
        intent.remove(Doc.DUE_MILLIS);
        intent.set("last_setup_error", error);
        turn.put(Kind.SETUP_INTENT, intent);
        end(turn, intent, "failed");
        Events.emit(turn, "setup_intent.setup_failed", intent);
        return Step.FAILED;
    }

    private static Step succeed(Turn turn, ObjectNode intent, ObjectNode method, Confirmation.Terms terms) {
        terms.onAccepted().accept(intent);
        finish(turn, intent, method);
        return Step.SUCCEEDED;
    }

    private static void finish(Turn turn, ObjectNode intent, ObjectNode method) {
        intent.put("status", "succeeded");
        intent.putNull("next_action");
        intent.remove(Doc.DUE_MILLIS);
        Json.text(intent, "mandate").ifPresent(id -> method.put(MANDATE, id));
        PaymentMethods.setUp(turn, method);
        Json.text(intent, "customer").ifPresent(id -> PaymentMethods.attach(turn, method, id));
        turn.put(Kind.SETUP_INTENT, intent);
        end(turn, intent, "succeeded");
        Events.emit(turn, "setup_intent.succeeded", intent);
    }

    /** The payer entered what they think the deposits were; to be called only while they are awaited. */
    public static Microdeposits.Verdict verify(Turn turn, ObjectNode intent, Microdeposits.Proof proof) {
        Microdeposits.Verdict verdict = Microdeposits.judge(intent, proof);
        switch (verdict) {
            case VERIFIED -> {
                ObjectNode method = turn.get(
                        Kind.PAYMENT_METHOD, intent.path("payment_method").asText());
                Microdeposits.confirmOwner(turn, method);
                finish(turn, intent, method);
            }
            case MISMATCH -> turn.put(Kind.SETUP_INTENT, intent);
            default -> giveUp(turn, intent, verdict, proof.descriptor());
        }
        return verdict;
    }

    /** Nobody verified the deposits in time, or they never arrived. */
    static void giveUp(Turn turn, ObjectNode intent, Microdeposits.Verdict verdict, boolean descriptor) {
        ObjectNode method =
                turn.get(Kind.PAYMENT_METHOD, intent.path("payment_method").asText());
        Json.text(intent, "mandate").ifPresent(id -> Mandates.end(turn, id));
        intent.putNull("mandate");
        fail(turn, intent, Microdeposits.giveUp(turn, method, verdict, descriptor));
    }

    /** Ends an intent that set nothing up; put and told. */
    public static void cancel(Turn turn, ObjectNode intent, Optional<String> reason) {
        intent.put("status", "canceled");
        intent.put("cancellation_reason", reason.orElse(null));
        intent.putNull("next_action");
        intent.remove(Confirmation.AUTHENTICATING);
        intent.remove(Doc.DUE_MILLIS);
        turn.put(Kind.SETUP_INTENT, intent);
        Events.emit(turn, "setup_intent.canceled", intent);
    }
}
