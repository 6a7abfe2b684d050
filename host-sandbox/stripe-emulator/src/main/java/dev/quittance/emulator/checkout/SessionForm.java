package dev.quittance.emulator.checkout;

import dev.quittance.emulator.api.Checks;
import dev.quittance.emulator.store.Currencies;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.ParamRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a new session, checked as far as that goes without looking anything up. */
record SessionForm(
        boolean setup,
        List<Line> lines,
        String currency,
        String successUrl,
        Optional<String> cancelUrl,
        Optional<String> clientReferenceId,
        Optional<String> customer,
        Optional<String> customerEmail,
        Optional<String> customerCreation,
        Map<String, String> metadata,
        IntentTerms intent,
        Optional<Long> expiresAtSeconds,
        Optional<String> locale,
        Optional<String> submitType,
        MethodTerms methods,
        PageTerms page) {

    static final ParamRules RULES = ParamRules.actsOn("""
                    mode ui_mode success_url cancel_url client_reference_id customer customer_email customer_creation
                    metadata.* expires_at locale submit_type payment_method_types.*
                    line_items.*.quantity line_items.*.price_data.currency line_items.*.price_data.unit_amount
                    line_items.*.price_data.product_data.name line_items.*.price_data.product_data.description
                    payment_intent_data.metadata.* payment_intent_data.description payment_intent_data.receipt_email
                    payment_intent_data.capture_method payment_intent_data.setup_future_usage
                    payment_intent_data.statement_descriptor payment_intent_data.statement_descriptor_suffix
                    payment_intent_data.transfer_group
                    """ + MethodTerms.PARAMS + PageTerms.PARAMS);

    private static final int MAX_LINES = 100;
    private static final long MAX_QUANTITY = 999_999;
    private static final int MAX_REFERENCE = 200;
    private static final int MAX_INTENT_DESCRIPTION = 1000;
    private static final int MAX_DESCRIPTOR = 22;
    private static final List<String> LOCALES = List.of(
            ("auto bg cs da de el en en-GB es es-419 et fi fil fr fr-CA hr hu id it ja ko lt lv ms mt nb nl pl pt pt-BR ro"
                            + " ru sk sl sv th tr vi zh zh-HK zh-TW")
                    .split(" "));

    /** One thing to pay for. */
    record Line(String name, Optional<String> description, long unitAmountMinor, long quantity, String currency) {
        long totalMinor() {
            return Math.multiplyExact(unitAmountMinor, quantity);
        }
    }

    /** What goes to the payment intent. */
    record IntentTerms(Map<String, String> metadata, Map<String, String> texts) {}

    /**
     * Reads and checks.
     *
     * @throws ApiError 400
     */
    static SessionForm read(Form form) {
        boolean setup = isSetup(form);
        requireHosted(form);
        List<Line> lines = setup ? List.of() : lines(form);
        String currency = setup ? setupCurrency(form) : lines.get(0).currency();
        if (form.has("currency") && !currency.equals(Checks.currency(form, "currency"))) {
            throw ApiError.invalid("currency", "The currency must be that of the line items.");
        }
        if (!lines.stream().allMatch(line -> line.currency().equals(currency))) {
            throw ApiError.invalid("line_items", "All line items must have the same currency.");
        }
        requireOneCustomer(form);
        SessionForm read = new SessionForm(
                setup,
                lines,
                currency,
                Checks.url(form, "success_url").orElseThrow(() -> ApiError.missing("success_url")),
                Checks.url(form, "cancel_url"),
                Checks.limited(form, "client_reference_id", MAX_REFERENCE),
                form.text("customer"),
                Checks.email(form, "customer_email"),
                form.oneOf("customer_creation", List.of("always", "if_required")),
                Checks.metadata(form),
                intentTerms(form.at(setup ? "setup_intent_data" : "payment_intent_data")),
                form.integer("expires_at"),
                form.oneOf("locale", LOCALES),
                form.oneOf("submit_type", List.of("auto", "pay", "book", "donate")),
                MethodTerms.read(form),
                PageTerms.read(form));
        if (!setup) {
            read.requireChargeableTotal();
        }
        return read;
    }

    private static void requireOneCustomer(Form form) {
        if (form.text("customer").isPresent() && form.text("customer_email").isPresent()) {
            throw ApiError.invalid(
                    "parameters_exclusive",
                    "customer_email",
                    "You may only specify one of these parameters: customer, customer_email.");
        }
        if (form.text("customer").isPresent() && form.text("customer_creation").isPresent()) {
            throw ApiError.invalid(
                    "parameters_exclusive",
                    "customer_creation",
                    "You may only specify one of these parameters: customer, customer_creation.");
        }
    }

    private static IntentTerms intentTerms(Form intent) {
        Map<String, String> texts = new LinkedHashMap<>();
        Checks.limited(intent, "description", MAX_INTENT_DESCRIPTION).ifPresent(text -> texts.put("description", text));
        Checks.email(intent, "receipt_email").ifPresent(text -> texts.put("receipt_email", text));
        intent.oneOf("capture_method", List.of("automatic", "automatic_async", "manual"))
                .ifPresent(text -> texts.put("capture_method", text));
        intent.oneOf("setup_future_usage", List.of("on_session", "off_session"))
                .ifPresent(text -> texts.put("setup_future_usage", text));
        for (String name : List.of("statement_descriptor", "statement_descriptor_suffix")) {
            Checks.limited(intent, name, MAX_DESCRIPTOR).ifPresent(text -> texts.put(name, text));
        }
        intent.text("transfer_group").ifPresent(text -> texts.put("transfer_group", text));
        return new IntentTerms(Checks.metadata(intent), texts);
    }

    private static boolean isSetup(Form form) {
        String mode = form.requireText("mode");
        form.oneOf("mode", List.of("payment", "setup", "subscription"));
        if (mode.equals("subscription")) {
            throw ApiError.notEmulated("mode", "sessions of mode " + mode);
        }
        boolean setup = mode.equals("setup");
        for (String alien : setup ? List.of("line_items", "payment_intent_data") : List.of("setup_intent_data")) {
            if (form.has(alien)) {
                throw ApiError.invalid(alien, "You can not pass `" + alien + "` in `" + mode + "` mode.");
            }
        }
        return setup;
    }

    /** A set-up charges nothing; the currency decides what can be set up. */
    private static String setupCurrency(Form form) {
        if (form.texts("payment_method_types").isEmpty() && !form.has("currency")) {
            throw ApiError.missing("currency");
        }
        return form.has("currency") ? Checks.currency(form, "currency") : "usd";
    }

    private static void requireHosted(Form form) {
        form.oneOf("ui_mode", List.of("hosted_page", "embedded_page", "elements", "form"))
                .filter(ui -> !ui.equals("hosted_page"))
                .ifPresent(ui -> {
                    throw ApiError.notEmulated("ui_mode", "sessions of ui_mode " + ui);
                });
    }

    private static List<Line> lines(Form form) {
        List<Form> items = form.items("line_items");
        if (items.isEmpty()) {
            throw ApiError.missing("line_items");
        }
        if (items.size() > MAX_LINES) {
            throw ApiError.invalid("line_items", "You cannot pass more than " + MAX_LINES + " line items.");
        }
        List<Line> lines = new ArrayList<>();
        for (Form item : items) {
            Form price = item.at("price_data");
            String currency = Checks.currency(price, "currency");
            price.requireText("unit_amount");
            long unitAmount = Checks.atLeast(price, "unit_amount", 0).orElseThrow();
            if (unitAmount > Currencies.MAX_AMOUNT_MINOR) {
                throw tooLarge(price.nameOf("unit_amount"), currency);
            }
            requireStep(price, unitAmount, currency);
            item.requireText("quantity");
            long quantity = Checks.atLeast(item, "quantity", 1).orElseThrow();
            if (quantity > MAX_QUANTITY) {
                throw ApiError.invalid(
                        "parameter_invalid_integer",
                        item.nameOf("quantity"),
                        "This value must be less than or equal to " + MAX_QUANTITY + ".");
            }
            Form product = price.at("product_data");
            lines.add(
                    new Line(product.requireText("name"), product.text("description"), unitAmount, quantity, currency));
        }
        return lines;
    }

    long totalMinor() {
        return lines.stream().mapToLong(Line::totalMinor).reduce(0, Math::addExact);
    }

    private static void requireStep(Form price, long unitAmount, String currency) {
        long step = Currencies.get(currency).stepMinor();
        if (unitAmount % step != 0) {
            throw ApiError.invalid(
                    price.nameOf("unit_amount"), "Amounts in " + currency + " must be multiples of " + step + ".");
        }
    }

    private void requireChargeableTotal() {
        long total = totalMinor();
        long minimum = Currencies.get(currency).minimumMinor();
        if (total < minimum) {
            throw ApiError.refused(
                    "amount_too_small",
                    "The Checkout Session's total amount due must add up to at least "
                            + Currencies.format(minimum, currency) + " " + currency);
        }
        if (total > Currencies.MAX_AMOUNT_MINOR) {
            throw tooLarge("line_items", currency);
        }
    }

    private static ApiError tooLarge(String param, String currency) {
        return ApiError.invalid(
                "amount_too_large",
                param,
                "The Checkout Session's total amount must be no more than "
                        + Currencies.format(Currencies.MAX_AMOUNT_MINOR, currency));
    }
}
