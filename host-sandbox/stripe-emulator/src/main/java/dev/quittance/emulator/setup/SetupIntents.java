package dev.quittance.emulator.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.ApiRequest;
import dev.quittance.emulator.api.Checks;
import dev.quittance.emulator.api.Expansions;
import dev.quittance.emulator.api.Feature;
import dev.quittance.emulator.api.Filters;
import dev.quittance.emulator.api.KeptError;
import dev.quittance.emulator.api.Listing;
import dev.quittance.emulator.api.Operation;
import dev.quittance.emulator.api.Route;
import dev.quittance.emulator.event.Events;
import dev.quittance.emulator.payment.Confirmation;
import dev.quittance.emulator.payment.Mandates;
import dev.quittance.emulator.payment.Microdeposits;
import dev.quittance.emulator.payment.PaymentFaults;
import dev.quittance.emulator.payment.PaymentMethods;
import dev.quittance.emulator.store.Blank;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Metadata;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.Json;
import dev.quittance.emulator.wire.ParamRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Setup intents over the API. A session of mode {@code setup} makes its own one. */
public final class SetupIntents {
    private static final String NOUN = "setup_intent";
    private static final String PATH = "setup_intents";
    private static final List<String> OPEN =
            List.of("requires_payment_method", "requires_confirmation", "requires_action");
    private static final String TERMS = "customer description metadata.* payment_method_types.* ";
    private static final String CONFIRMING = "return_url " + Mandates.PARAMS + PaymentMethods.PARAMS;
    private static final ParamRules CREATE = ParamRules.actsOn(TERMS + CONFIRMING
            + " confirm usage automatic_payment_methods.enabled automatic_payment_methods.allow_redirects");

    private SetupIntents() {}

    /** What this brings along. */
    public static Feature feature() {
        return Feature.of(routes()).withTimer(Kind.SETUP_INTENT, SetupIntents::fire);
    }

    private static List<Route> routes() {
        Expansions.Shape one = Expansions.Shape.one(Kind.SETUP_INTENT);
        return List.of(
                Route.post(PATH, CREATE, one, SetupIntents::create),
                Route.get(
                        PATH,
                        ParamRules.actsOn(Listing.CREATED_PARAMS + " customer payment_method"),
                        Expansions.Shape.listOf(Kind.SETUP_INTENT),
                        SetupIntents::list),
                Route.get(
                        PATH + "/{id}",
                        ParamRules.actsOn("client_secret"),
                        one,
                        request -> turn -> require(turn, request)),
                Route.post(PATH + "/{id}", ParamRules.actsOn(TERMS + PaymentMethods.PARAMS), one, SetupIntents::update),
                Route.post(PATH + "/{id}/confirm", ParamRules.actsOn(CONFIRMING), one, SetupIntents::confirm),
                Route.post(PATH + "/{id}/cancel", ParamRules.actsOn("cancellation_reason"), one, SetupIntents::cancel),
                Route.post(
                        PATH + "/{id}/verify_microdeposits",
                        ParamRules.actsOn(Microdeposits.PARAMS),
                        one,
                        SetupIntents::verify),
                Route.get(
                        "setup_attempts",
                        ParamRules.actsOn(Listing.CREATED_PARAMS + " setup_intent"),
                        Expansions.Shape.listOf(Kind.SETUP_ATTEMPT),
                        SetupIntents::attempts));
    }

    private static Operation.Work list(ApiRequest request) {
        Listing listing = Listing.plan(request);
        Predicate<Doc> filter = Filters.equal(request.form(), "customer", "payment_method");
        return turn -> listing.page(turn, Kind.SETUP_INTENT, filter);
    }

    private static Operation.Work attempts(ApiRequest request) {
        request.form().requireText("setup_intent");
        Listing listing = Listing.plan(request);
        Predicate<Doc> filter = Filters.equal(request.form(), "setup_intent");
        return turn -> listing.page(turn, Kind.SETUP_ATTEMPT, filter);
    }

    private static ObjectNode require(Turn turn, ApiRequest request) {
        return turn.find(Kind.SETUP_INTENT, request.id())
                .orElseThrow(() -> ApiError.resourceMissing("setupintent", request.id(), "intent"));
    }

    /** A new intent, not yet put. */
    public static ObjectNode begin(Turn turn) {
        ObjectNode intent = Blank.of(turn, Kind.SETUP_INTENT);
        intent.put("client_secret", turn.ids().secret(intent.path("id").asText() + "_secret_"));
        return intent;
    }

    /** Which kinds of payment methods an intent takes. */
    public static void setTypes(Turn turn, ObjectNode intent, List<String> types) {
        PaymentMethods.requireTypes(turn, types, "usd");
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

    private static void check(Form form) {
        Checks.metadata(form);
        Checks.limited(form, "description", 1000);
        Checks.url(form, "return_url");
        PaymentMethods.check(form);
        Mandates.acceptance(form);
    }

    private static Operation.Work create(ApiRequest request) {
        Form form = request.form();
        check(form);
        Optional<String> usage = form.oneOf("usage", List.of("on_session", "off_session"));
        boolean confirms = form.bool("confirm").orElse(false);
        return turn -> {
            ObjectNode intent = begin(turn);
            usage.ifPresent(text -> intent.put("usage", text));
            List<String> types = form.texts("payment_method_types");
            if (types.isEmpty()) {
                types = PaymentMethods.offered(turn, "usd");
                intent.putObject("automatic_payment_methods")
                        .put(
                                "allow_redirects",
                                form.at("automatic_payment_methods")
                                        .oneOf("allow_redirects", List.of("always", "never"))
                                        .orElse("always"))
                        .put("enabled", true);
            }
            setTypes(turn, intent, types);
            Optional<ObjectNode> method = fill(turn, intent, form);
            turn.put(Kind.SETUP_INTENT, intent);
            Events.emit(turn, "setup_intent.created", intent);
            return confirms ? confirm(turn, intent, method, form) : intent;
        };
    }

    private static Optional<ObjectNode> fill(Turn turn, ObjectNode intent, Form form) {
        form.text("customer").ifPresent(id -> {
            PaymentMethods.requireCustomer(turn, id);
            intent.put("customer", id);
        });
        if (form.has("description")) {
            intent.put("description", form.text("description").orElse(null));
        }
        Map<String, String> metadata = form.map("metadata");
        Metadata.update(intent, form, metadata);
        Optional<ObjectNode> method = PaymentMethods.named(turn, form, Json.text(intent, "customer"));
        method.ifPresent(chosen -> choose(intent, chosen));
        return method;
    }

    private static void choose(ObjectNode intent, ObjectNode method) {
        boolean taken = false;
        for (JsonNode type : intent.path("payment_method_types")) {
            taken |= type.equals(method.path("type"));
        }
        if (!taken) {
            throw ApiError.invalid(
                    "payment_method",
                    "The PaymentMethod provided (" + method.path("type").asText()
                            + ") is not allowed for this SetupIntent. Please attach a PaymentMethod of one of the"
                            + " following types: " + intent.path("payment_method_types") + ".");
        }
        intent.set("payment_method", method.path("id"));
        intent.put("status", "requires_confirmation");
    }

    private static Operation.Work update(ApiRequest request) {
        Form form = request.form();
        check(form);
        return turn -> {
            ObjectNode intent = require(turn, request);
            requireOpen(intent, "updated");
            if (form.has("payment_method_types")) {
                setTypes(turn, intent, form.texts("payment_method_types"));
            }
            fill(turn, intent, form);
            turn.put(Kind.SETUP_INTENT, intent);
            return intent;
        };
    }

    private static Operation.Work confirm(ApiRequest request) {
        Form form = request.form();
        check(form);
        return turn -> {
            ObjectNode intent = require(turn, request);
            requireNoSession(intent, "confirm");
            requireOpen(intent, "confirmed");
            return confirm(turn, intent, fill(turn, intent, form), form);
        };
    }

    private static ObjectNode confirm(Turn turn, ObjectNode intent, Optional<ObjectNode> given, Form form) {
        ObjectNode method = given.or(() -> Json.text(intent, "payment_method")
                        .map(id -> PaymentMethods.usable(turn, id, "payment_method")))
                .orElseThrow(() -> unexpected(
                        intent,
                        "You cannot confirm this SetupIntent because it's missing a payment method. Update the SetupIntent"
                                + " with a payment method and then confirm it again."));
        Confirmation.Terms terms = new Confirmation.Terms(
                false,
                false,
                turn.origin() + "/c/authenticate/" + intent.path("id").asText(),
                form.text("return_url"),
                Mandates.acceptance(form),
                accepted -> {});
        if (SetupConfirmation.confirm(turn, intent, method, terms) == Confirmation.Step.FAILED) {
            throw KeptError.failed(PaymentFaults.shown(NOUN, intent, "last_setup_error"));
        }
        return intent;
    }

    private static Operation.Work cancel(ApiRequest request) {
        Optional<String> reason =
                request.form().oneOf("cancellation_reason", List.of("abandoned", "duplicate", "requested_by_customer"));
        return turn -> {
            ObjectNode intent = require(turn, request);
            requireNoSession(intent, "cancel");
            requireOpen(intent, "canceled");
            SetupConfirmation.cancel(turn, intent, reason);
            return intent;
        };
    }

    private static Operation.Work verify(ApiRequest request) {
        Microdeposits.Proof proof = Microdeposits.Proof.read(request.form());
        return turn -> {
            ObjectNode intent = require(turn, request);
            if (!Microdeposits.isAwaited(intent)) {
                throw unexpected(
                        intent,
                        "You cannot verify this SetupIntent with microdeposits because it has a status of "
                                + intent.path("status").asText() + " and waits for none.");
            }
            return switch (SetupConfirmation.verify(turn, intent, proof)) {
                case VERIFIED -> intent;
                case MISMATCH -> throw Microdeposits.mismatch(proof);
                default -> throw KeptError.refused(PaymentFaults.shown(NOUN, intent, "last_setup_error"));
            };
        };
    }

    private static void requireNoSession(ObjectNode intent, String verb) {
        if (intent.has(Confirmation.SESSION)) {
            throw ApiError.refused(
                    "setup_intent_unexpected_state",
                    "You cannot " + verb + " a SetupIntent that was created by a Checkout Session. Expire the Checkout"
                            + " Session instead.");
        }
    }

    private static void requireOpen(ObjectNode intent, String verb) {
        String status = intent.path("status").asText();
        if (!OPEN.contains(status)) {
            throw unexpected(
                    intent,
                    "This SetupIntent could not be " + verb + " because it has a status of " + status
                            + ". Only a SetupIntent with one of the following statuses may be " + verb + ": "
                            + String.join(", ", OPEN) + ".");
        }
    }

    private static KeptError unexpected(ObjectNode intent, String message) {
        return KeptError.refused(PaymentFaults.unexpectedState(NOUN, intent, message));
    }

    private static void fire(Turn turn, ObjectNode intent) {
        ObjectNode method =
                turn.get(Kind.PAYMENT_METHOD, intent.path("payment_method").asText());
        SetupConfirmation.giveUp(turn, intent, Microdeposits.overdue(method), false);
    }
}
