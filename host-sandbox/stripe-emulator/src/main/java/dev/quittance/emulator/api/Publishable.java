package dev.quittance.emulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a publishable key may do: little enough that it can stand in a page that everybody reads. */
final class Publishable {
    private static final String CLIENT_SECRET = "client_secret";

    /** Of an intent; only with the intent's own secret. */
    private static final Set<String> OF_INTENTS = Set.of(
            "GET payment_intents/{id}",
            "POST payment_intents/{id}/confirm",
            "POST payment_intents/{id}/verify_microdeposits",
            "GET setup_intents/{id}",
            "POST setup_intents/{id}/confirm",
            "POST setup_intents/{id}/verify_microdeposits");

    private static final Set<String> FREE = Set.of("POST payment_methods", "POST tokens");

    /** What Stripe shows of an intent to whoever has but its secret. */
    private static final List<String> SHOWN = List.of(
            "id",
            "object",
            "amount",
            "amount_details",
            "automatic_payment_methods",
            "canceled_at",
            "cancellation_reason",
            "capture_method",
            CLIENT_SECRET,
            "confirmation_method",
            "created",
            "currency",
            "description",
            "last_payment_error",
            "last_setup_error",
            "livemode",
            "next_action",
            "payment_method",
            "payment_method_types",
            "processing",
            "receipt_email",
            "setup_future_usage",
            "shipping",
            "source",
            "status",
            "usage");

    private Publishable() {}

    /**
     * Refuses what needs a secret key.
     *
     * @throws ApiError 401 {@code secret_key_required}; 400 if the intent's secret is missing
     */
    static void check(ApiKey key, Route route, ApiRequest request) {
        if (key.type() != ApiKey.Type.PUBLISHABLE || FREE.contains(route.name())) {
            return;
        }
        if (!OF_INTENTS.contains(route.name())) {
            throw ApiError.unauthorized(
                    "secret_key_required",
                    "This API call cannot be made with a publishable API key. Please use a secret API key.");
        }
        request.form().requireText(CLIENT_SECRET);
    }

    /** Lets an operation on an intent through only for who knows its secret, and shows only what such a one may see. */
    static Operation.Work guarded(ApiKey key, Route route, ApiRequest request, Operation.Work work) {
        if (key.type() != ApiKey.Type.PUBLISHABLE || !OF_INTENTS.contains(route.name())) {
            return work;
        }
        String sent = request.form().requireText(CLIENT_SECRET);
        return turn -> {
            requireSecret(turn, route, request, sent);
            ObjectNode answer = work.carryOut(turn);
            answer.retain(SHOWN);
            return answer;
        };
    }

    private static void requireSecret(Turn turn, Route route, ApiRequest request, String sent) {
        @Nullable
        String secret = route.shape()
                .kind()
                .flatMap(kind -> turn.find(kind, request.id()))
                .map(intent -> intent.path(CLIENT_SECRET).asText())
                .orElse(null);
        if (secret != null && !secret.equals(sent)) {
            throw ApiError.invalid(
                    "payment_intent_invalid_parameter",
                    CLIENT_SECRET,
                    "The client_secret provided does not match any associated with this object.");
        }
    }
}
