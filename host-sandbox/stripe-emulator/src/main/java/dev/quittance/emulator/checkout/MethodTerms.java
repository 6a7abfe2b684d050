package dev.quittance.emulator.checkout;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.payment.PaymentMethods;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.Json;
import java.util.List;
import java.util.Optional;

/**
 * With what a session can be paid.
 *
 * @param types those that were asked for; empty for whatever the account takes
 * @param threeDSecure when the payer's bank is to be asked
 * @param verification how a bank account is to be verified
 * @param save whether the payer may keep the payment method; absent if that was not sent
 * @param redisplay which kept ones are shown again
 */
record MethodTerms(
        List<String> types,
        List<String> excluded,
        Optional<String> threeDSecure,
        Optional<String> verification,
        Optional<String> save,
        List<String> redisplay) {

    static final String PARAMS = """
            excluded_payment_method_types.* payment_method_options.card.request_three_d_secure
            payment_method_options.us_bank_account.verification_method
            saved_payment_method_options.payment_method_save saved_payment_method_options.allow_redisplay_filters.*
            """;

    static MethodTerms read(Form form) {
        Form options = form.at("payment_method_options");
        Form saved = form.at("saved_payment_method_options");
        if (!form.texts("payment_method_types").isEmpty()
                && !form.texts("excluded_payment_method_types").isEmpty()) {
            throw ApiError.invalid(
                    "parameters_exclusive",
                    "excluded_payment_method_types",
                    "You may only specify one of these parameters: excluded_payment_method_types, payment_method_types.");
        }
        if (form.has("saved_payment_method_options") && form.text("customer").isEmpty()) {
            throw ApiError.invalid(
                    "saved_payment_method_options", "`saved_payment_method_options` can only be used with `customer`.");
        }
        return new MethodTerms(
                form.texts("payment_method_types"),
                form.texts("excluded_payment_method_types"),
                options.at("card").oneOf("request_three_d_secure", List.of("any", "automatic", "challenge")),
                options.at("us_bank_account").oneOf("verification_method", List.of("automatic", "instant")),
                saved.oneOf("payment_method_save", List.of("disabled", "enabled")),
                saved.texts("allow_redisplay_filters"));
    }

    void fill(Turn turn, ObjectNode session, String currency) {
        PaymentMethods.requireTypes(turn, types, currency);
        List<String> offered = types.isEmpty() ? PaymentMethods.offered(turn, currency) : types;
        List<String> left =
                offered.stream().filter(type -> !excluded.contains(type)).toList();
        if (left.isEmpty()) {
            throw ApiError.refused(
                    null, "No valid payment method types for this Checkout Session: all of them are excluded.");
        }
        ArrayNode array = session.putArray("payment_method_types");
        left.forEach(array::add);
        ObjectNode options = session.putObject("payment_method_options");
        if (left.contains("card")) {
            options.putObject("card").put("request_three_d_secure", threeDSecure.orElse("automatic"));
        }
        if (left.contains("us_bank_account")) {
            options.putObject("us_bank_account").put("verification_method", verification.orElse("automatic"));
        }
        if (save.isPresent() || !redisplay.isEmpty()) {
            ObjectNode saved = session.putObject("saved_payment_method_options");
            ArrayNode filters = saved.putArray("allow_redisplay_filters");
            (redisplay.isEmpty() ? List.of("always") : redisplay).forEach(filters::add);
            saved.putNull("payment_method_remove");
            saved.put("payment_method_save", save.orElse(null));
        } else if (!Json.text(session, "customer").isEmpty()) {
            ObjectNode saved = session.putObject("saved_payment_method_options");
            saved.putArray("allow_redisplay_filters").add("always");
            saved.putNull("payment_method_remove");
            saved.putNull("payment_method_save");
        }
    }
}
