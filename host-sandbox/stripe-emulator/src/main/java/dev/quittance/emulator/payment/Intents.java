package dev.quittance.emulator.payment;

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
import dev.quittance.emulator.store.Blank;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.Json;
import dev.quittance.emulator.wire.ParamRules;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Payment intents over the API. A session makes its own one, which is then the session's to confirm and to end. */
public final class Intents {
    private static final String PATH = "payment_intents";
    private static final List<String> BEFORE_CONFIRMATION =
            List.of("requires_payment_method", "requires_confirmation", "requires_action");
    private static final List<String> CANCELABLE =
            List.of("requires_payment_method", "requires_confirmation", "requires_action", "requires_capture");
    private static final List<String> REASONS =
            List.of("duplicate", "fraudulent", "requested_by_customer", "abandoned");

    private Intents() {}

    /** What this brings along. */
    public static Feature feature() {
        return Feature.of(routes()).withTimer(Kind.PAYMENT_INTENT, Intents::fire);
    }

    private static List<Route> routes() {
        Expansions.Shape one = Expansions.Shape.one(Kind.PAYMENT_INTENT);
        return List.of(
                Route.post(PATH, IntentForm.CREATE, one, Intents::create),
                Route.get(
                        PATH,
                        ParamRules.actsOn(Listing.CREATED_PARAMS + " customer"),
                        Expansions.Shape.listOf(Kind.PAYMENT_INTENT),
                        Intents::list),
                Route.get(
                        PATH + "/{id}",
                        ParamRules.actsOn("client_secret"),
                        one,
                        request -> turn -> require(turn, request)),
                Route.post(PATH + "/{id}", IntentForm.UPDATE, one, Intents::update),
                Route.post(PATH + "/{id}/confirm", IntentForm.CONFIRM, one, Intents::confirm),
                Route.post(
                        PATH + "/{id}/capture",
                        ParamRules.actsOn("amount_to_capture final_capture"),
                        one,
                        Intents::capture),
                Route.post(PATH + "/{id}/cancel", ParamRules.actsOn("cancellation_reason"), one, Intents::cancel),
                Route.post(
                        PATH + "/{id}/verify_microdeposits",
                        ParamRules.actsOn(Microdeposits.PARAMS),
                        one,
                        Intents::verify));
    }

    private static Operation.Work list(ApiRequest request) {
        Listing listing = Listing.plan(request);
        Predicate<Doc> filter = Filters.equal(request.form(), "customer");
        return turn -> listing.page(turn, Kind.PAYMENT_INTENT, filter);
    }

    private static ObjectNode require(Turn turn, ApiRequest request) {
        ObjectNode intent = turn.require(Kind.PAYMENT_INTENT, request.id(), "intent");
        request.form().text("client_secret").ifPresent(secret -> {
            if (!secret.equals(intent.path("client_secret").asText())) {
                throw ApiError.invalid(
                        "payment_intent_invalid_parameter",
                        "client_secret",
                        "The client_secret provided does not match the client_secret associated with the PaymentIntent.");
            }
        });
        return intent;
    }

    /** A new intent without amount, not yet put. */
    public static ObjectNode begin(Turn turn) {
        ObjectNode intent = Blank.of(turn, Kind.PAYMENT_INTENT);
        intent.put("client_secret", turn.ids().secret(intent.path("id").asText() + "_secret_"));
        return intent;
    }

    /** Which kinds of payment methods an intent takes. */
    public static void setTypes(Turn turn, ObjectNode intent, List<String> types) {
        IntentForm.setTypes(turn, intent, types);
    }

    private static Operation.Work create(ApiRequest request) {
        Form form = request.form();
        form.requireText("amount");
        form.requireText("currency");
        IntentForm.check(form);
        boolean confirms = form.bool("confirm").orElse(false);
        return turn -> {
            ObjectNode intent = begin(turn);
            IntentForm.fillNew(turn, intent, form);
            Optional<ObjectNode> method = PaymentMethods.named(turn, form, Json.text(intent, "customer"));
            method.ifPresent(m -> choose(intent, m));
            turn.put(Kind.PAYMENT_INTENT, intent);
            Events.emit(turn, "payment_intent.created", intent);
            return confirms ? confirm(turn, intent, method, form) : intent;
        };
    }

    private static void choose(ObjectNode intent, ObjectNode method) {
        String type = method.path("type").asText();
        boolean taken = false;
        for (var allowed : intent.path("payment_method_types")) {
            taken |= allowed.asText().equals(type);
        }
        if (!taken) {
            throw ApiError.invalid(
                    "payment_intent_incompatible_payment_method",
                    "payment_method",
                    "The PaymentMethod provided (" + type + ") is not allowed for this PaymentIntent. Please attach a"
                            + " PaymentMethod of one of the following types: "
                            + intent.path("payment_method_types") + ".");
        }
        intent.set("payment_method", method.path("id"));
        intent.put("status", "requires_confirmation");
    }

    private static Operation.Work update(ApiRequest request) {
        Form form = request.form();
        IntentForm.check(form);
        return turn -> {
            ObjectNode intent = require(turn, request);
            requireStatus(intent, BEFORE_CONFIRMATION, "updated");
            if (form.has("currency")) {
                intent.put("currency", form.text("currency").orElseThrow().toLowerCase(Locale.ROOT));
            }
            if (form.has("payment_method_types")) {
                IntentForm.setTypes(turn, intent, form.texts("payment_method_types"));
            }
            IntentForm.fill(turn, intent, form);
            intent.putNull("last_payment_error");
            PaymentMethods.named(turn, form, Json.text(intent, "customer")).ifPresent(m -> choose(intent, m));
            turn.put(Kind.PAYMENT_INTENT, intent);
            return intent;
        };
    }

    private static Operation.Work confirm(ApiRequest request) {
        Form form = request.form();
        IntentForm.check(form);
        return turn -> {
            ObjectNode intent = require(turn, request);
            requireNoSession(intent, "confirm");
            requireStatus(intent, BEFORE_CONFIRMATION, "confirmed");
            IntentForm.fill(turn, intent, form);
            Optional<ObjectNode> method = PaymentMethods.named(turn, form, Json.text(intent, "customer"));
            method.ifPresent(m -> choose(intent, m));
            return confirm(turn, intent, method, form);
        };
    }

    private static ObjectNode confirm(Turn turn, ObjectNode intent, Optional<ObjectNode> given, Form form) {
        ObjectNode method = given.or(() -> Json.text(intent, "payment_method")
                        .map(id -> PaymentMethods.usable(turn, id, "payment_method")))
                .orElseThrow(() -> unexpected(
                        intent,
                        "You cannot confirm this PaymentIntent because it's missing a payment method. You can either"
                                + " update the PaymentIntent with a payment method and then confirm it again, or confirm"
                                + " it again directly with a payment method."));
        requireReturnUrl(intent, form);
        Confirmation.Step step = Confirmation.confirm(turn, intent, method, IntentForm.terms(turn, intent, form));
        if (step == Confirmation.Step.FAILED) {
            throw KeptError.failed(PaymentFaults.shown("payment_intent", intent, "last_payment_error"));
        }
        return intent;
    }

    private static void requireReturnUrl(ObjectNode intent, Form form) {
        boolean redirects =
                intent.at("/automatic_payment_methods/allow_redirects").asText().equals("always");
        boolean away = form.has("off_session") && !form.text("off_session").equals(Optional.of("false"));
        if (redirects && !away && form.text("return_url").isEmpty()) {
            throw ApiError.refused(
                    null,
                    "This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of"
                            + " these payment methods might redirect your customer off of your page, you must provide a"
                            + " `return_url`. If you don't want to accept redirect-based payment methods, set"
                            + " `automatic_payment_methods[enabled]` to `true` and"
                            + " `automatic_payment_methods[allow_redirects]` to `never`.");
        }
    }

    private static Operation.Work capture(ApiRequest request) {
        Optional<Long> wanted = Checks.atLeast(request.form(), "amount_to_capture", 1);
        request.form().bool("final_capture");
        return turn -> {
            ObjectNode intent = require(turn, request);
            requireStatus(intent, List.of("requires_capture"), "captured");
            long capturable = intent.path("amount_capturable").asLong();
            long amount = wanted.orElse(capturable);
            if (amount > capturable) {
                throw ApiError.invalid(
                        "amount_too_large",
                        "amount_to_capture",
                        "The provided capture amount is greater than the amount this PaymentIntent can capture: "
                                + capturable + ".");
            }
            Confirmation.capture(turn, intent, amount);
            return intent;
        };
    }

    private static Operation.Work cancel(ApiRequest request) {
        Optional<String> reason = request.form().oneOf("cancellation_reason", REASONS);
        return turn -> {
            ObjectNode intent = require(turn, request);
            if (!intent.path("status").asText().equals("requires_capture")) {
                requireNoSession(intent, "cancel");
            }
            requireStatus(intent, CANCELABLE, "canceled");
            Confirmation.cancel(turn, intent, reason);
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
                        "You cannot verify this PaymentIntent with microdeposits because it has a status of "
                                + intent.path("status").asText() + " and waits for none.");
            }
            return verified(turn, intent, proof);
        };
    }

    private static ObjectNode verified(Turn turn, ObjectNode intent, Microdeposits.Proof proof) {
        return switch (BankDebits.verify(turn, intent, proof)) {
            case VERIFIED -> intent;
            case MISMATCH -> throw Microdeposits.mismatch(proof);
            default -> throw KeptError.refused(PaymentFaults.shown("payment_intent", intent, "last_payment_error"));
        };
    }

    /** A payer's entry on the hosted page; to be called only while deposits are awaited. */
    public static Microdeposits.Verdict verifyOnPage(Turn turn, ObjectNode intent, Microdeposits.Proof proof) {
        return BankDebits.verify(turn, intent, proof);
    }

    private static void requireNoSession(ObjectNode intent, String verb) {
        if (intent.has(Confirmation.SESSION)) {
            throw ApiError.refused(
                    "payment_intent_unexpected_state",
                    "You cannot " + verb
                            + " a PaymentIntent that was created by a Checkout Session. Expire the Checkout"
                            + " Session instead.");
        }
    }

    private static void requireStatus(ObjectNode intent, List<String> statuses, String verb) {
        String status = intent.path("status").asText();
        if (!statuses.contains(status)) {
            throw unexpected(
                    intent,
                    "This PaymentIntent could not be " + verb + " because it has a status of " + status
                            + ". Only a PaymentIntent with one of the following statuses may be " + verb + ": "
                            + String.join(", ", statuses) + ".");
        }
    }

    private static KeptError unexpected(ObjectNode intent, String message) {
        return KeptError.refused(PaymentFaults.unexpectedState("payment_intent", intent, message));
    }

    /** A debit's outcome, the end of a wait for deposits, or of an authorization. */
    private static void fire(Turn turn, ObjectNode intent) {
        switch (intent.path("status").asText()) {
            case "processing" -> BankDebits.settle(turn, intent);
            case "requires_capture" -> Confirmation.cancel(turn, intent, Optional.of("automatic"));
            default -> {
                ObjectNode method = turn.get(
                        Kind.PAYMENT_METHOD, intent.path("payment_method").asText());
                BankDebits.giveUp(turn, intent, Microdeposits.overdue(method), false);
            }
        }
    }
}
