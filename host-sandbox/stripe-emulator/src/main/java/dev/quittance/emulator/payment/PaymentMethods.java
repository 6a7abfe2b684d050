package dev.quittance.emulator.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.ApiRequest;
import dev.quittance.emulator.api.Checks;
import dev.quittance.emulator.api.Expansions;
import dev.quittance.emulator.api.Feature;
import dev.quittance.emulator.api.KeptError;
import dev.quittance.emulator.api.Listing;
import dev.quittance.emulator.api.Operation;
import dev.quittance.emulator.api.Route;
import dev.quittance.emulator.event.Events;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Metadata;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.Json;
import dev.quittance.emulator.wire.ParamRules;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Cards and bank accounts that can be paid with, over the API; and how other operations name them. */
public final class PaymentMethods {
    /** The parameters by which other operations name one. */
    public static final String PARAMS = "payment_method " + MethodForm.NESTED;

    /** Where one keeps that it may be charged without its payer. */
    static final String SET_UP = "_set_up";

    /** Where a bank account keeps that nobody could verify it. */
    static final String UNUSABLE = "_unusable";

    private static final String DETACHED = "_detached";
    private static final String PATH = "payment_methods";
    private static final List<String> TYPES = List.of("card", "us_bank_account");

    private PaymentMethods() {}

    /** What this brings along. */
    public static Feature feature() {
        Expansions.Shape one = Expansions.Shape.one(Kind.PAYMENT_METHOD);
        Expansions.Shape list = Expansions.Shape.listOf(Kind.PAYMENT_METHOD);
        return Feature.of(List.of(
                Route.post(PATH, ParamRules.actsOn(MethodForm.PARAMS), one, PaymentMethods::create),
                Route.get(
                        PATH,
                        ParamRules.actsOn(Listing.PARAMS + " customer type allow_redisplay"),
                        list,
                        PaymentMethods::list),
                Route.get(
                        PATH + "/{id}",
                        ParamRules.none(),
                        one,
                        request -> turn -> require(turn, request.id(), "payment_method")),
                Route.post(
                        PATH + "/{id}",
                        ParamRules.actsOn(MethodForm.PARAMS.replaceAll(
                                "(type |card\\.(number|cvc|token)|us_bank_account\\.\\S+)", "")),
                        one,
                        PaymentMethods::update),
                Route.post(PATH + "/{id}/attach", ParamRules.actsOn("customer"), one, PaymentMethods::attach),
                Route.post(PATH + "/{id}/detach", ParamRules.none(), one, PaymentMethods::detach),
                Route.get(
                        "customers/{id}/payment_methods",
                        ParamRules.actsOn(Listing.PARAMS + " type allow_redisplay"),
                        list,
                        PaymentMethods::listOfCustomer)));
    }

    private static Operation.Work create(ApiRequest request) {
        MethodForm.check(request.form());
        return turn -> {
            ObjectNode method = MethodForm.make(turn, request.form());
            turn.put(Kind.PAYMENT_METHOD, method);
            return method;
        };
    }

    private static Operation.Work update(ApiRequest request) {
        Form form = request.form();
        Map<String, String> metadata = Checks.metadata(form);
        form.oneOf("allow_redisplay", List.of("always", "limited", "unspecified"));
        return turn -> {
            ObjectNode method = usable(turn, request.id(), "payment_method");
            if (method.path("customer").isNull()) {
                throw ApiError.refused(
                        null, "You must save this PaymentMethod to a customer before you can update it.");
            }
            form.text("allow_redisplay").ifPresent(value -> method.put("allow_redisplay", value));
            if (form.has("billing_details")) {
                method.set("billing_details", MethodForm.billing(form.at("billing_details")));
            }
            for (String name : List.of("exp_month", "exp_year")) {
                form.at("card").integer(name).ifPresent(value -> ((ObjectNode) method.path("card")).put(name, value));
            }
            Metadata.update(method, form, metadata);
            turn.put(Kind.PAYMENT_METHOD, method);
            Events.emit(turn, "payment_method.updated", method);
            return method;
        };
    }

    private static Operation.Work attach(ApiRequest request) {
        String customer = request.form().requireText("customer");
        return turn -> {
            requireCustomer(turn, customer);
            ObjectNode method = usable(turn, request.id(), "payment_method");
            if (!method.path("customer").isNull()
                    && !method.path("customer").asText().equals(customer)) {
                throw ApiError.refused(
                        null, "The payment method you provided has already been attached to a customer.");
            }
            if (!Cards.isBank(method)) {
                refuseUnsavable(method);
            } else if (!method.path(Cards.VERIFIED).asBoolean()) {
                throw ApiError.refused(
                        null,
                        "This bank account must be verified before it can be attached: confirm a SetupIntent with it.");
            }
            attach(turn, method, customer);
            return method;
        };
    }

    private static void refuseUnsavable(ObjectNode method) {
        TestCard card = Cards.card(method);
        if (!card.canBeSaved()) {
            ObjectNode error = PaymentFaults.declined(card.issuer(), method);
            error.remove("payment_method");
            throw KeptError.failed(error);
        }
    }

    /** A customer who is there. */
    public static ObjectNode requireCustomer(Turn turn, String id) {
        ObjectNode customer = turn.require(Kind.CUSTOMER, id, "customer");
        if (customer.path("deleted").asBoolean()) {
            throw ApiError.resourceMissing("customer", id, "customer");
        }
        return customer;
    }

    /** Makes it the customer's; puts and tells, unless it was. */
    public static void attach(Turn turn, ObjectNode method, String customer) {
        if (method.path("customer").asText("").equals(customer)) {
            return;
        }
        method.put("customer", customer);
        turn.put(Kind.PAYMENT_METHOD, method);
        Events.emit(turn, "payment_method.attached", method);
    }

    /** Keeps what was paid with, where the intent wants that. */
    static void keepForLater(Turn turn, ObjectNode intent, ObjectNode method) {
        Optional<String> customer = Json.text(intent, "customer");
        if (customer.isEmpty() || intent.path("setup_future_usage").isNull()) {
            return;
        }
        if (intent.path("setup_future_usage").asText().equals("off_session")) {
            setUp(turn, method);
        }
        attach(turn, method, customer.get());
    }

    /** From now on it can be charged without its payer, where its issuer agrees. */
    public static void setUp(Turn turn, ObjectNode method) {
        method.put(SET_UP, true);
        turn.put(Kind.PAYMENT_METHOD, method);
    }

    private static Operation.Work detach(ApiRequest request) {
        return turn -> {
            ObjectNode method = require(turn, request.id(), "payment_method");
            if (method.path("customer").isNull()) {
                throw ApiError.refused(
                        null,
                        "The payment method you provided is not attached to a customer so detachment is impossible.");
            }
            detach(turn, method);
            return method;
        };
    }

    /** Takes it away from its customer, for good; put and told. */
    public static void detach(Turn turn, ObjectNode method) {
        ObjectNode before = Json.object();
        before.set("customer", method.path("customer"));
        method.putNull("customer");
        method.put(DETACHED, true);
        turn.put(Kind.PAYMENT_METHOD, method);
        Events.emit(turn, "payment_method.detached", method, before);
    }

    private static Operation.Work list(ApiRequest request) {
        Listing listing = Listing.plan(request);
        Optional<String> customer = request.form().text("customer");
        Predicate<Doc> filter = filter(request.form());
        return turn -> {
            customer.ifPresent(id -> turn.require(Kind.CUSTOMER, id, "customer"));
            // Without a customer, Stripe lists none of cards and bank accounts.
            return listing.page(
                    turn,
                    Kind.PAYMENT_METHOD,
                    filter.and(doc -> customer.isPresent() && doc.hasFacet("customer", customer.get())));
        };
    }

    private static Operation.Work listOfCustomer(ApiRequest request) {
        Listing listing = Listing.plan(request);
        Predicate<Doc> filter = filter(request.form());
        return turn -> {
            turn.require(Kind.CUSTOMER, request.id(), "customer");
            return listing.page(turn, Kind.PAYMENT_METHOD, filter.and(doc -> doc.hasFacet("customer", request.id())));
        };
    }

    private static Predicate<Doc> filter(Form form) {
        Optional<String> type = form.text("type");
        Optional<String> redisplay = form.text("allow_redisplay");
        return doc -> type.map(t -> doc.hasFacet("type", t)).orElse(true)
                && redisplay
                        .map(r -> doc.read().path("allow_redisplay").asText().equals(r))
                        .orElse(true);
    }

    private static ObjectNode require(Turn turn, String id, String param) {
        return turn.find(Kind.PAYMENT_METHOD, id)
                .or(() -> ofTestName(turn, id))
                .orElseThrow(() -> ApiError.resourceMissing("PaymentMethod", id, param));
    }

    /** Each use of {@code pm_card_visa} and the like makes a payment method of its own. */
    private static Optional<ObjectNode> ofTestName(Turn turn, String id) {
        int nextYear = LocalDate.ofInstant(turn.now(), ZoneOffset.UTC).getYear() + 1;
        if (id.startsWith("pm_card_")) {
            return TestCard.findByApiName(id)
                    .map(card -> Cards.paymentMethod(
                            turn,
                            new CardEntry(card, 12, nextYear, true, Optional.empty()),
                            MethodForm.billing(Form.parse(""))));
        }
        return TestBank.findByApiName(id)
                .map(bank -> Cards.paymentMethod(
                        turn,
                        new BankEntry(bank, "individual", "checking", true),
                        Cards.billing("test@example.com", "Test Payer")));
    }

    /** The one that a caller named, which can be used; put if it is new. */
    public static ObjectNode usable(Turn turn, String id, String param) {
        ObjectNode method = require(turn, id, param);
        if (method.path(DETACHED).asBoolean()) {
            throw ApiError.invalid(
                    param,
                    "The provided PaymentMethod was previously used with a PaymentIntent without Customer attachment,"
                            + " shared with a connected account without Customer attachment, or was detached from a"
                            + " Customer. It may not be used again. To use a PaymentMethod multiple times, you must"
                            + " attach it to a Customer first.");
        }
        if (method.path(UNUSABLE).asBoolean()) {
            throw ApiError.invalid(
                    "bank_account_unusable", param, "This bank account can be verified no more; use another one.");
        }
        turn.put(Kind.PAYMENT_METHOD, method);
        return method;
    }

    /**
     * Checks how a call names a payment method.
     *
     * @throws ApiError 400
     */
    public static void check(Form form) {
        if (form.has("payment_method_data")) {
            MethodForm.check(form.at("payment_method_data"));
        }
    }

    /**
     * The payment method that a call names or describes, put; absent if it does neither.
     *
     * @param customer the customer that the intent is of: a payment method of another one is refused
     * @throws ApiError 400 or 404
     */
    public static Optional<ObjectNode> named(Turn turn, Form form, Optional<String> customer) {
        if (form.has("payment_method_data")) {
            ObjectNode method = MethodForm.make(turn, form.at("payment_method_data"));
            turn.put(Kind.PAYMENT_METHOD, method);
            return Optional.of(method);
        }
        return form.text("payment_method").map(id -> {
            ObjectNode method = usable(turn, id, "payment_method");
            Json.text(method, "customer")
                    .filter(owner -> !customer.equals(Optional.of(owner)))
                    .ifPresent(owner -> {
                        throw ApiError.invalid(
                                "payment_method",
                                "The provided PaymentMethod belongs to the Customer " + owner
                                        + ". You must pass that customer with it to use it.");
                    });
            return method;
        });
    }

    /**
     * The types that an intent or a session takes, of those that were asked for.
     *
     * @throws ApiError 400 for a type that Stripe has and that is not emulated, or that the account cannot take
     */
    public static void requireTypes(Turn turn, List<String> types, String currency) {
        for (String type : types) {
            if (!TYPES.contains(type)) {
                throw ApiError.notEmulated("payment_method_types", "the payment method " + Checks.abbreviated(type));
            }
            if (type.equals("us_bank_account") && !currency.equals("usd")) {
                throw ApiError.invalid(
                        "payment_method_types",
                        "The payment method `us_bank_account` cannot be used with the currency `" + currency
                                + "`: it takes `usd` only.");
            }
            if (type.equals("us_bank_account") && !BankDebits.areOffered(turn, currency)) {
                throw ApiError.invalid(
                        "payment_intent_invalid_parameter",
                        "payment_method_types",
                        "The payment method type \"us_bank_account\" is invalid. Please ensure the provided type is"
                                + " activated in your dashboard and your account is enabled for any preview features"
                                + " that you are trying to use.");
            }
        }
    }

    /** The types that are offered where none are asked for. */
    public static List<String> offered(Turn turn, String currency) {
        return BankDebits.areOffered(turn, currency) ? TYPES : TYPES.subList(0, 1);
    }
}
