package dev.quittance.emulator.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.store.Renderer;
import dev.quittance.emulator.wire.Json;

/** Why a payment method was not charged: the object in {@code last_payment_error} and in the answer's {@code error}. */
public final class PaymentFaults {
    private PaymentFaults() {}

    /** The issuer said no. */
    public static ObjectNode declined(TestCard.Issuer issuer, ObjectNode method) {
        ObjectNode error = error("card_error", issuer.code(), issuer.message(), method);
        error.put("decline_code", issuer.declineCode());
        return error;
    }

    /** The payer failed to show the bank that it is they; {@code noun} is {@code payment} or {@code setup}. */
    public static ObjectNode unauthenticated(String noun, ObjectNode method) {
        return error(
                "invalid_request_error",
                noun + "_intent_authentication_failure",
                "We are unable to authenticate your payment method. Please choose a different payment method and try"
                        + " again.",
                method);
    }

    static ObjectNode bank(String code, String message, ObjectNode method) {
        return error("invalid_request_error", code, message, method);
    }

    /** The same as an answer's error, with the intent that it happened to; {@code noun} is the intent's object name. */
    public static ObjectNode shown(String noun, ObjectNode intent, String field) {
        ObjectNode error = Json.object();
        error.setAll((ObjectNode) intent.path(field));
        error.set(noun, Renderer.render(intent.deepCopy(), 0));
        return error;
    }

    /** An intent is in a state in which this cannot be done. */
    public static ObjectNode unexpectedState(String noun, ObjectNode intent, String message) {
        ObjectNode error = Json.object();
        error.put("code", noun + "_unexpected_state");
        error.put("doc_url", "https://stripe.com/docs/error-codes/" + noun.replace('_', '-') + "-unexpected-state");
        error.put("message", message);
        error.set(noun, Renderer.render(intent.deepCopy(), 0));
        error.put("type", "invalid_request_error");
        return error;
    }

    static ObjectNode error(String type, String code, String message, ObjectNode method) {
        ObjectNode error = Json.object();
        error.put("code", code);
        error.put("doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'));
        error.put("message", message);
        error.set("payment_method", Renderer.render(method.deepCopy(), 0));
        error.put("type", type);
        return error;
    }
}
