package dev.quittance.emulator.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.balance.Settlement;
import dev.quittance.emulator.event.Events;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Tries to take an intent's money with a payment method, and goes on where the payer's bank was asked. */
public final class Confirmation {
    /** Where an intent keeps that its payer has answered the bank. */
    static final String AUTHENTICATED = "_authenticated";

    /** Where an intent keeps that the bank is asked for the payer. */
    public static final String AUTHENTICATING = "_authenticating";

    /** Where an intent keeps which session it belongs to. */
    public static final String SESSION = "_session";

    /** How long an issuer holds what was authorized but not captured. */
    private static final Duration AUTHORIZATION = Duration.ofDays(7);

    /** How far it came. */
    public enum Step {
        /** Paid, or authorized where the business captures later. */
        SUCCEEDED,
        /** A bank debit is on its way. */
        PROCESSING,
        /** The payer's bank asks for the payer. */
        AUTHENTICATE,
        /** Small deposits must be verified first. */
        VERIFY,
        /** The intent's {@code last_payment_error} says why. */
        FAILED
    }

    /**
     * The circumstances.
     *
     * @param offSession whether the payer is away
     * @param refusesActions whether to fail rather than to ask the payer
     * @param authenticationPage where the payer answers the bank
     * @param returnUrl where the payer goes afterwards; absent where the business's own page handles it
     * @param acceptance how the payer agreed to a debit, if they did
     * @param onAccepted what to do to the intent once the money is sure or on its way, before anybody hears of it
     */
    public record Terms(
            boolean offSession,
            boolean refusesActions,
            String authenticationPage,
            Optional<String> returnUrl,
            Optional<ObjectNode> acceptance,
            Consumer<ObjectNode> onAccepted) {}

    private Confirmation() {}

    /** Tries; both objects are put. */
    public static Step confirm(Turn turn, ObjectNode intent, ObjectNode method, Terms terms) {
        intent.putNull("last_payment_error");
        intent.putNull("next_action");
        intent.remove(AUTHENTICATED);
        intent.set("payment_method", method.path("id"));
        if (Cards.isBank(method)) {
            return BankDebits.confirm(turn, intent, method, terms);
        }
        TestCard card = Cards.card(method);
        boolean asks = card.asksThreeDSecure() || (asksAlways(intent) && card == TestCard.THREE_D_SECURE_OPTIONAL);
        if (terms.offSession()) {
            return card.refusesOffSession(method.path(PaymentMethods.SET_UP).asBoolean())
                    ? decline(turn, intent, method, TestCard.Issuer.WANTS_AUTHENTICATION)
                    : charge(turn, intent, method, terms);
        }
        if (asks && terms.refusesActions()) {
            return decline(turn, intent, method, TestCard.Issuer.WANTS_AUTHENTICATION);
        }
        return asks ? ask(turn, intent, terms) : charge(turn, intent, method, terms);
    }

    private static boolean asksAlways(ObjectNode intent) {
        return !intent.at("/payment_method_options/card/request_three_d_secure")
                .asText("automatic")
                .equals("automatic");
    }

    private static Step ask(Turn turn, ObjectNode intent, Terms terms) {
        intent.put("status", "requires_action");
        intent.put(AUTHENTICATING, true);
        fillAction(intent, terms);
        turn.put(Kind.PAYMENT_INTENT, intent);
        Events.emit(turn, "payment_intent.requires_action", intent);
        return Step.AUTHENTICATE;
    }

    /** Tells where the payer answers the bank. */
    public static void fillAction(ObjectNode intent, Terms terms) {
        ObjectNode action = intent.putObject("next_action");
        if (terms.returnUrl().isPresent()) {
            action.put("type", "redirect_to_url");
            action.putObject("redirect_to_url")
                    .put("return_url", terms.returnUrl().get())
                    .put("url", terms.authenticationPage());
        } else {
            action.put("type", "use_stripe_sdk");
            action.putObject("use_stripe_sdk")
                    .put("type", "three_d_secure_redirect")
                    .put("stripe_js", terms.authenticationPage());
        }
    }

    /** Whether the intent waits for its payer to answer the bank. */
    public static boolean awaitsAuthentication(ObjectNode intent) {
        return intent.path(AUTHENTICATING).asBoolean();
    }

    /** The payer answered the bank; to be called only while the bank waits. */
    public static Step authenticate(Turn turn, ObjectNode intent, boolean complete, Consumer<ObjectNode> onAccepted) {
        ObjectNode method =
                turn.get(Kind.PAYMENT_METHOD, intent.path("payment_method").asText());
        intent.remove(AUTHENTICATING);
        intent.putNull("next_action");
        if (!complete) {
            return returnToPayer(turn, intent, PaymentFaults.unauthenticated("payment", method));
        }
        intent.put(AUTHENTICATED, true);
        return charge(
                turn, intent, method, new Terms(false, false, "", Optional.empty(), Optional.empty(), onAccepted));
    }

    private static Step charge(Turn turn, ObjectNode intent, ObjectNode method, Terms terms) {
        TestCard card = Cards.card(method);
        boolean hasCode = !method.at("/card/checks/cvc_check").isNull();
        TestCard.Issuer issuer =
                card.has(TestCard.Trait.NEEDS_CVC) && !hasCode ? TestCard.Issuer.APPROVES : card.issuer();
        return issuer.approves() ? accept(turn, intent, method, terms) : decline(turn, intent, method, issuer);
    }

    private static Step decline(Turn turn, ObjectNode intent, ObjectNode method, TestCard.Issuer issuer) {
        ObjectNode charge = Charges.ofCard(turn, intent, method, issuer);
        turn.put(Kind.CHARGE, charge);
        intent.set("latest_charge", charge.path("id"));
        Events.emit(turn, "charge.failed", charge);
        ObjectNode error = PaymentFaults.declined(issuer, method);
        error.set("charge", charge.path("id"));
        return returnToPayer(turn, intent, error);
    }

    static Step returnToPayer(Turn turn, ObjectNode intent, ObjectNode error) {
        intent.put("status", "requires_payment_method");
        intent.putNull("payment_method");
        intent.putNull("next_action");
        intent.remove(Doc.DUE_MILLIS);
        intent.set("last_payment_error", error);
        turn.put(Kind.PAYMENT_INTENT, intent);
        Events.emit(turn, "payment_intent.payment_failed", intent);
        return Step.FAILED;
    }

    private static Step accept(Turn turn, ObjectNode intent, ObjectNode method, Terms terms) {
        terms.onAccepted().accept(intent);
        ObjectNode charge = Charges.ofCard(turn, intent, method, TestCard.Issuer.APPROVES);
        long amount = intent.path("amount").asLong();
        intent.set("latest_charge", charge.path("id"));
        PaymentMethods.keepForLater(turn, intent, method);
        boolean later = intent.path("capture_method").asText().equals("manual");
        if (later) {
            intent.put("status", "requires_capture");
            intent.put("amount_capturable", amount);
            intent.put(Doc.DUE_MILLIS, turn.now().plus(AUTHORIZATION).toEpochMilli());
        } else {
            intent.put("status", "succeeded");
            intent.put("amount_received", amount);
            Charges.capture(charge, amount);
            Settlement.await(turn, charge);
        }
        turn.put(Kind.CHARGE, charge);
        turn.put(Kind.PAYMENT_INTENT, intent);
        Events.emit(turn, "charge.succeeded", charge);
        Events.emit(turn, later ? "payment_intent.amount_capturable_updated" : "payment_intent.succeeded", intent);
        return Step.SUCCEEDED;
    }

    /** Takes what was authorized, or a part; the rest is let go. */
    static void capture(Turn turn, ObjectNode intent, long amountMinor) {
        ObjectNode charge = turn.get(Kind.CHARGE, intent.path("latest_charge").asText());
        Charges.capture(charge, amountMinor);
        intent.put("status", "succeeded");
        intent.put("amount_capturable", 0);
        intent.put("amount_received", amountMinor);
        intent.remove(Doc.DUE_MILLIS);
        turn.put(Kind.CHARGE, charge);
        turn.put(Kind.PAYMENT_INTENT, intent);
        Settlement.await(turn, charge);
        Events.emit(turn, "charge.captured", charge);
        Events.emit(turn, "payment_intent.succeeded", intent);
    }

    /** Ends an intent that took nothing. What was authorized is let go. */
    public static void cancel(Turn turn, ObjectNode intent, Optional<String> reason) {
        intent.put("status", "canceled");
        intent.put("canceled_at", turn.nowSeconds());
        intent.put("cancellation_reason", reason.orElse(null));
        intent.put("amount_capturable", 0);
        intent.putNull("next_action");
        intent.remove(AUTHENTICATING);
        intent.remove(Doc.DUE_MILLIS);
        turn.put(Kind.PAYMENT_INTENT, intent);
        Json.text(intent, "latest_charge")
                .map(id -> turn.get(Kind.CHARGE, id))
                .filter(charge -> charge.path("paid").asBoolean()
                        && !charge.path("captured").asBoolean())
                .ifPresent(charge -> release(turn, charge));
        Events.emit(turn, "payment_intent.canceled", intent);
    }

    private static void release(Turn turn, ObjectNode charge) {
        charge.put("refunded", true);
        charge.set("amount_refunded", charge.path("amount"));
        turn.put(Kind.CHARGE, charge);
        Events.emit(turn, "charge.refunded", charge);
    }
}
