package dev.quittance.emulator.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.store.Blank;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.Json;
import dev.quittance.emulator.wire.Signature;

/** Payment methods made of cards, and what their issuers said. */
public final class Cards {
    private Cards() {}

    public static ObjectNode paymentMethod(Turn turn, CardEntry entry) {
        ObjectNode method = Blank.of(turn, Kind.PAYMENT_METHOD);
        fillBilling((ObjectNode) method.path("billing_details"), entry);
        ObjectNode card = (ObjectNode) method.path("card");
        fill(turn, card, entry);
        card.put("display_brand", entry.card().brand());
        ((ObjectNode) card.path("networks"))
                .putArray("available")
                .add(entry.card().brand());
        return method;
    }

    static void fillBilling(ObjectNode billing, CardEntry entry) {
        billing.put("email", entry.email());
        billing.put("name", entry.name());
    }

    /** The fields that a payment method and a charge have in common. */
    static void fill(Turn turn, ObjectNode card, CardEntry entry) {
        TestCard testCard = entry.card();
        card.put("brand", testCard.brand());
        card.put("country", testCard.country());
        card.put("exp_month", entry.expMonth());
        card.put("exp_year", entry.expYear());
        card.put("funding", testCard.funding());
        card.put("last4", testCard.last4());
        // Of the account and the card's name: the number has no part in it.
        card.put(
                "fingerprint", Signature.digest(turn.account(), testCard.name()).substring(0, 16));
    }

    public static ObjectNode decline(TestCard.Issuer issuer, ObjectNode charge, ObjectNode method) {
        ObjectNode error = error(issuer.code(), issuer.message(), "card_error", method);
        error.set("charge", charge.path("id"));
        error.put("decline_code", issuer.declineCode());
        return error;
    }

    public static ObjectNode authenticationFailure(ObjectNode method) {
        return error(
                "payment_intent_authentication_failure",
                "We are unable to authenticate your payment method. Please choose a different payment method and try"
                        + " again.",
                "invalid_request_error",
                method);
    }

    private static ObjectNode error(String code, String message, String type, ObjectNode method) {
        ObjectNode error = Json.object();
        error.put("code", code);
        error.put("doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'));
        error.put("message", message);
        error.set("payment_method", method.deepCopy());
        error.put("type", type);
        return error;
    }
}
