package dev.quittance.emulator.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.Checks;
import dev.quittance.emulator.api.KeptError;
import dev.quittance.emulator.store.Blank;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.Json;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parameters of a new payment method. Numbers are looked up at once and are no part of what is made. */
final class MethodForm {
    /** The parameters, as they stand at the top of a call. */
    static final String PARAMS = """
            type metadata.* allow_redisplay billing_details.email billing_details.name billing_details.phone
            billing_details.address.city billing_details.address.country billing_details.address.line1
            billing_details.address.line2 billing_details.address.postal_code billing_details.address.state
            card.number card.exp_month card.exp_year card.cvc card.token
            us_bank_account.account_holder_type us_bank_account.account_number us_bank_account.account_type
            us_bank_account.routing_number
            """;

    /** The same below {@code payment_method_data}. */
    static final String NESTED = Arrays.stream(PARAMS.trim().split("\\s+"))
            .filter(name -> !name.startsWith("card."))
            .map(name -> "payment_method_data." + name)
            .collect(Collectors.joining(" "));

    private static final List<String> ADDRESS = List.of("city", "country", "line1", "line2", "postal_code", "state");
    private static final List<String> REDISPLAY = List.of("always", "limited", "unspecified");

    private MethodForm() {}

    /**
     * Checks what can be checked without a clock.
     *
     * @throws ApiError 400
     */
    static void check(Form form) {
        form.requireText("type");
        String type = form.text("type").orElseThrow();
        if (!type.equals("card") && !type.equals("us_bank_account")) {
            throw ApiError.notEmulated(form.nameOf("type"), "payment methods of type " + Checks.abbreviated(type));
        }
        if (!form.has(type)) {
            throw ApiError.missing(form.nameOf(type));
        }
        Checks.email(form.at("billing_details"), "email");
        Checks.metadata(form);
        form.oneOf("allow_redisplay", REDISPLAY);
    }

    /**
     * Makes the payment method; not yet put.
     *
     * @throws KeptError 402 for a card that cannot be
     * @throws ApiError 400
     */
    static ObjectNode make(Turn turn, Form form) {
        ObjectNode billing = billing(form.at("billing_details"));
        ObjectNode method = form.text("type").orElseThrow().equals("card")
                ? Cards.paymentMethod(turn, card(turn, form.at("card")), billing)
                : Cards.paymentMethod(turn, bank(form.at("us_bank_account"), billing), billing);
        method.set("metadata", Json.texts(form.map("metadata")));
        method.put("allow_redisplay", form.text("allow_redisplay").orElse("unspecified"));
        return method;
    }

    static ObjectNode billing(Form form) {
        ObjectNode billing = (ObjectNode) Blank.of("payment_method").path("billing_details");
        for (String name : List.of("email", "name", "phone")) {
            billing.put(name, form.text(name).orElse(null));
        }
        ObjectNode address = (ObjectNode) billing.path("address");
        ADDRESS.forEach(name -> address.put(name, form.at("address").text(name).orElse(null)));
        return billing;
    }

    private static CardEntry card(Turn turn, Form form) {
        int nextYear = LocalDate.ofInstant(turn.now(), ZoneOffset.UTC).getYear() + 1;
        Optional<String> token = form.text("token");
        if (token.isPresent()) {
            TestCard card = TestCard.findByApiName(token.get())
                    .orElseThrow(() -> ApiError.resourceMissing("token", token.get(), form.nameOf("token")));
            return new CardEntry(card, 12, nextYear, true, Optional.empty());
        }
        String digits = form.requireText("number").replaceAll("[\\s-]", "");
        if (!digits.matches("[0-9]{12,19}") || !TestCard.isWellFormed(digits)) {
            throw wrong("incorrect_number", form.nameOf("number"), "Your card number is incorrect.");
        }
        TestCard card = TestCard.find(digits)
                .orElseThrow(() -> declined(
                        "test_mode_live_card",
                        "Your card was declined. Your request was in test mode, but used a non test card. For a list of"
                                + " valid test cards, visit: https://stripe.com/docs/testing."));
        long month = form.integer("exp_month").orElseThrow(() -> ApiError.missing(form.nameOf("exp_month")));
        long year = form.integer("exp_year").orElseThrow(() -> ApiError.missing(form.nameOf("exp_year")));
        long fullYear = year < 100 ? 2000 + year : year;
        if (month < 1 || month > 12) {
            throw wrong("invalid_expiry_month", form.nameOf("exp_month"), "Your card's expiration month is invalid.");
        }
        LocalDate today = LocalDate.ofInstant(turn.now(), ZoneOffset.UTC);
        if (fullYear > today.getYear() + 50L
                || LocalDate.of((int) fullYear, (int) month, 1).plusMonths(1).isBefore(today.plusDays(1))) {
            throw wrong("invalid_expiry_year", form.nameOf("exp_year"), "Your card's expiration year is invalid.");
        }
        Optional<String> cvc = form.text("cvc");
        if (cvc.isPresent() && !cvc.get().matches("[0-9]{" + card.cvcDigits() + "}")) {
            throw wrong("invalid_cvc", form.nameOf("cvc"), "Your card's security code is invalid.");
        }
        return new CardEntry(card, (int) month, (int) fullYear, cvc.isPresent(), Optional.empty());
    }

    private static KeptError wrong(String code, String param, String message) {
        ObjectNode error = Json.object();
        error.put("code", code);
        error.put("doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'));
        error.put("message", message);
        error.put("param", param);
        error.put("type", "card_error");
        return KeptError.failed(error);
    }

    private static KeptError declined(String declineCode, String message) {
        ObjectNode error = Json.object();
        error.put("code", "card_declined");
        error.put("decline_code", declineCode);
        error.put("doc_url", "https://stripe.com/docs/error-codes/card-declined");
        error.put("message", message);
        error.put("type", "card_error");
        return KeptError.failed(error);
    }

    private static BankEntry bank(Form form, ObjectNode billing) {
        if (!form.requireText("routing_number").equals(TestBank.ROUTING_NUMBER)) {
            throw ApiError.invalid(
                    "bank_account_bad_routing_numbers",
                    form.nameOf("routing_number"),
                    "You must use a test routing number when making test payments: " + TestBank.ROUTING_NUMBER + ".");
        }
        TestBank bank = TestBank.find(form.requireText("account_number"))
                .orElseThrow(() -> ApiError.invalid(
                        "account_number_invalid",
                        form.nameOf("account_number"),
                        "You must use a test bank account number in test mode, such as 000123456789."));
        form.requireText("account_holder_type");
        String holder = form.oneOf("account_holder_type", List.of("individual", "company"))
                .orElseThrow();
        if (billing.path("name").isNull()) {
            throw ApiError.invalid(
                    "parameter_missing",
                    "billing_details[name]",
                    "Missing required param: billing_details[name]: a bank account needs its holder's name.");
        }
        String type = form.oneOf("account_type", List.of("checking", "savings")).orElse("checking");
        return new BankEntry(bank, holder, type, false);
    }
}
