package dev.quittance.emulator.payment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.Checks;
import dev.quittance.emulator.store.Currencies;
import dev.quittance.emulator.store.Metadata;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.ParamRules;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The parameters of payment intents: which are acted on, and how they are checked and written down. */
final class IntentForm {
    private static final String OPTIONS = """
            payment_method_options.card.request_three_d_secure
            payment_method_options.us_bank_account.verification_method
            """;

    private static final String TERMS = "amount currency customer description metadata.* receipt_email"
            + " setup_future_usage statement_descriptor statement_descriptor_suffix transfer_group capture_method"
            + " payment_method_types.* " + OPTIONS;

    private static final String CONFIRMING = " off_session error_on_requires_action return_url " + Mandates.PARAMS;

    static final ParamRules CREATE = ParamRules.actsOn(TERMS + CONFIRMING + PaymentMethods.PARAMS
            + " confirm confirmation_method automatic_payment_methods.enabled"
            + " automatic_payment_methods.allow_redirects");

    static final ParamRules UPDATE = ParamRules.actsOn(TERMS + " " + PaymentMethods.PARAMS);

    static final ParamRules CONFIRM = ParamRules.actsOn(
            CONFIRMING + PaymentMethods.PARAMS + " receipt_email setup_future_usage capture_method " + OPTIONS);

    private static final List<String> TEXTS = List.of(
            "description", "receipt_email", "statement_descriptor", "statement_descriptor_suffix", "transfer_group");

    private static final List<String> CAPTURES = List.of("automatic", "automatic_async", "manual");
    private static final List<String> USAGES = List.of("on_session", "off_session");
    private static final int DESCRIPTOR = 22;

    private IntentForm() {}

    /**
     * Checks what create, update and confirm have in common.
     *
     * @throws ApiError 400
     */
    static void check(Form form) {
        Checks.email(form, "receipt_email");
        Checks.limited(form, "description", 1000);
        Checks.limited(form, "statement_descriptor", DESCRIPTOR);
        Checks.limited(form, "statement_descriptor_suffix", DESCRIPTOR);
        Checks.metadata(form);
        Checks.url(form, "return_url");
        form.oneOf("setup_future_usage", USAGES);
        form.oneOf("capture_method", CAPTURES);
        form.at("payment_method_options")
                .at("card")
                .oneOf("request_three_d_secure", List.of("any", "automatic", "challenge"));
        form.at("payment_method_options")
                .at("us_bank_account")
                .oneOf("verification_method", List.of("automatic", "instant", "microdeposits"));
        PaymentMethods.check(form);
        if (form.has("currency")) {
            Checks.currency(form, "currency");
        }
        if (form.has("amount")) {
            Checks.atLeast(form, "amount", 1);
        }
        boolean confirms = form.bool("confirm").orElse(false);
        for (String name : List.of("off_session", "error_on_requires_action")) {
            if (form.has(name) && form.has("amount") && !confirms) {
                throw ApiError.invalid(name, "`" + name + "` can only be used with `confirm=true`.");
            }
        }
        Mandates.acceptance(form);
    }

    /**
     * Writes down what a new intent is to take.
     *
     * @throws ApiError 400 for an amount that the currency does not allow, or a type that the account cannot take
     */
    static void fillNew(Turn turn, ObjectNode intent, Form form) {
        String currency = form.text("currency").orElseThrow().toLowerCase(Locale.ROOT);
        intent.put("currency", currency);
        List<String> types = form.texts("payment_method_types");
        if (types.isEmpty()) {
            types = PaymentMethods.offered(turn, currency);
            intent.putObject("automatic_payment_methods")
                    .put(
                            "allow_redirects",
                            form.at("automatic_payment_methods")
                                    .oneOf("allow_redirects", List.of("always", "never"))
                                    .orElse("always"))
                    .put("enabled", true);
        } else if (form.at("automatic_payment_methods").bool("enabled").orElse(false)) {
            throw ApiError.invalid(
                    "parameters_exclusive",
                    "automatic_payment_methods",
                    "You may only specify one of these parameters: automatic_payment_methods, payment_method_types.");
        }
        setTypes(turn, intent, types);
        intent.put(
                "confirmation_method",
                form.oneOf("confirmation_method", List.of("automatic", "manual"))
                        .orElse("automatic"));
        fill(turn, intent, form);
    }

    /** Which kinds of payment methods an intent takes, with the options of each. */
    static void setTypes(Turn turn, ObjectNode intent, List<String> types) {
        PaymentMethods.requireTypes(turn, types, intent.path("currency").asText());
        ArrayNode array = intent.putArray("payment_method_types");
        types.forEach(array::add);
        ObjectNode options = (ObjectNode) intent.path("payment_method_options");
        if (!types.contains("card")) {
            options.remove("card");
        }
        if (types.contains("us_bank_account")) {
            options.putObject("us_bank_account").put("verification_method", "automatic");
        }
    }

    /** Writes down what was sent of the rest. */
    static void fill(Turn turn, ObjectNode intent, Form form) {
        form.integer("amount").ifPresent(amount -> {
            requireChargeable(amount, intent.path("currency").asText());
            intent.put("amount", amount);
        });
        for (String name : TEXTS) {
            if (form.has(name)) {
                intent.put(name, form.text(name).orElse(null));
            }
        }
        form.text("capture_method").ifPresent(value -> intent.put("capture_method", value));
        if (form.has("setup_future_usage")) {
            intent.put("setup_future_usage", form.text("setup_future_usage").orElse(null));
        }
        Optional<String> customer = form.text("customer");
        customer.ifPresent(id -> {
            PaymentMethods.requireCustomer(turn, id);
            intent.put("customer", id);
        });
        copyOption(intent, form, "card", "request_three_d_secure");
        copyOption(intent, form, "us_bank_account", "verification_method");
        Map<String, String> metadata = form.map("metadata");
        Metadata.update(intent, form, metadata);
    }

    private static void copyOption(ObjectNode intent, Form form, String type, String name) {
        form.at("payment_method_options").at(type).text(name).ifPresent(value -> {
            ObjectNode options = (ObjectNode) intent.path("payment_method_options");
            ObjectNode ofType =
                    options.path(type).isObject() ? (ObjectNode) options.path(type) : options.putObject(type);
            ofType.put(name, value);
        });
    }

    private static void requireChargeable(long amount, String currency) {
        Currencies.Terms terms = Currencies.get(currency);
        if (amount < terms.minimumMinor()) {
            throw ApiError.invalid(
                    "amount_too_small",
                    "amount",
                    "Amount must be at least " + Currencies.format(terms.minimumMinor(), currency) + " " + currency);
        }
        if (amount > Currencies.MAX_AMOUNT_MINOR) {
            throw ApiError.invalid(
                    "amount_too_large",
                    "amount",
                    "Amount must be no more than " + Currencies.format(Currencies.MAX_AMOUNT_MINOR, currency));
        }
        if (amount % terms.stepMinor() != 0) {
            throw ApiError.invalid(
                    "amount", "Amounts in " + currency + " must be multiples of " + terms.stepMinor() + ".");
        }
    }

    /** The circumstances under which a call confirms. */
    static Confirmation.Terms terms(Turn turn, ObjectNode intent, Form form) {
        boolean offSession =
                form.has("off_session") && !form.text("off_session").equals(Optional.of("false"));
        return new Confirmation.Terms(
                offSession,
                form.bool("error_on_requires_action").orElse(false),
                turn.origin() + "/c/authenticate/" + intent.path("id").asText(),
                form.text("return_url"),
                Mandates.acceptance(form),
                accepted -> {});
    }
}
