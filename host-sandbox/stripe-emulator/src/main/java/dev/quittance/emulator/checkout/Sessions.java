package dev.quittance.emulator.checkout;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.ApiRequest;
import dev.quittance.emulator.api.Expansions;
import dev.quittance.emulator.api.Feature;
import dev.quittance.emulator.api.Filters;
import dev.quittance.emulator.api.Listing;
import dev.quittance.emulator.api.Operation;
import dev.quittance.emulator.api.Route;
import dev.quittance.emulator.store.Blank;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Metadata;
import dev.quittance.emulator.store.Renderer;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.Json;
import dev.quittance.emulator.wire.ParamRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Checkout sessions over the API: made, read, listed, expired. What the payer does is {@link Checkout}'s. */
public final class Sessions {
    private static final Duration SHORTEST = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final String PATH = "checkout/sessions";

    private Sessions() {}

    /** What this brings along. */
    public static Feature feature() {
        return Feature.of(routes())
                .withTimer(Kind.SESSION, Checkout::expire)
                .withIncludable(Kind.SESSION, "line_items", (turn, session) -> LineItems.list(session));
    }

    private static List<Route> routes() {
        Expansions.Shape one = Expansions.Shape.one(Kind.SESSION);
        return List.of(
                Route.post(PATH, SessionForm.RULES, one, Sessions::create),
                Route.get(
                        PATH,
                        ParamRules.actsOn(Listing.CREATED_PARAMS
                                + " customer payment_intent status customer_details.email payment_link subscription"),
                        Expansions.Shape.listOf(Kind.SESSION),
                        Sessions::list),
                Route.get(PATH + "/{id}", ParamRules.none(), one, Sessions::retrieve),
                Route.post(PATH + "/{id}/expire", ParamRules.none(), one, Sessions::expire),
                Route.get(
                        PATH + "/{id}/line_items",
                        ParamRules.actsOn(Listing.PARAMS),
                        Expansions.Shape.plain(),
                        Sessions::lineItems));
    }

    private static Operation.Work create(ApiRequest request) {
        SessionForm form = SessionForm.read(request.form());
        return turn -> {
            form.customer().ifPresent(id -> requireLiveCustomer(turn, id));
            ObjectNode session = Blank.of(turn, Kind.SESSION);
            fillTerms(turn, session, form);
            fillPayer(session, form);
            form.methods().fill(turn, session, form.currency());
            Instant expiresAt = expiresAt(turn, form.expiresAtSeconds());
            session.put("expires_at", expiresAt.getEpochSecond());
            session.put(Doc.DUE_MILLIS, expiresAt.toEpochMilli());
            session.put("url", turn.origin() + "/c/pay/" + session.path("id").asText());
            if (form.setup()) {
                Checkout.beginSetup(turn, session);
            }
            turn.put(Kind.SESSION, session);
            return session;
        };
    }

    private static void fillTerms(Turn turn, ObjectNode session, SessionForm form) {
        session.put("currency", form.currency());
        session.put("success_url", form.successUrl());
        form.cancelUrl().ifPresent(url -> session.put("cancel_url", url));
        form.clientReferenceId().ifPresent(text -> session.put("client_reference_id", text));
        form.locale().ifPresent(text -> session.put("locale", text));
        form.submitType().ifPresent(text -> session.put("submit_type", text));
        session.set("metadata", Metadata.merged(Json.object(), form.metadata()));
        ArrayNode items = session.putArray(LineItems.FIELD);
        form.lines().forEach(line -> items.add(LineItems.item(turn, line, form.currency())));
        ObjectNode intent = session.putObject(Checkout.INTENT_TERMS);
        intent.set("metadata", Metadata.merged(Json.object(), form.intent().metadata()));
        form.intent().texts().forEach(intent::put);
        form.page().fill(session);
        if (form.setup()) {
            session.put("mode", "setup");
            session.put("payment_status", "no_payment_required");
            session.put("payment_method_collection", "always");
            session.putNull("amount_subtotal").putNull("amount_total").putNull("total_details");
        } else {
            session.put("amount_subtotal", form.totalMinor());
            session.put("amount_total", form.totalMinor());
        }
    }

    private static void fillPayer(ObjectNode session, SessionForm form) {
        form.customer().ifPresent(id -> {
            session.put("customer", id);
            session.putNull("customer_creation");
        });
        form.customerCreation().ifPresent(text -> session.put("customer_creation", text));
        form.customerEmail().ifPresent(email -> {
            session.put("customer_email", email);
            session.put("_email", email);
            session.set("customer_details", Checkout.customerDetails(email, Optional.empty()));
        });
    }

    private static void requireLiveCustomer(Turn turn, String id) {
        ObjectNode customer = turn.require(Kind.CUSTOMER, id, "customer");
        if (customer.path("deleted").asBoolean()) {
            throw ApiError.resourceMissing("customer", id, "customer");
        }
    }

    private static Instant expiresAt(Turn turn, Optional<Long> seconds) {
        Instant created = Instant.ofEpochSecond(turn.nowSeconds());
        Instant expiresAt = seconds.map(Instant::ofEpochSecond).orElse(created.plus(LONGEST));
        if (expiresAt.isBefore(created.plus(SHORTEST))) {
            throw ApiError.invalid(
                    "expires_at",
                    "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.");
        }
        if (expiresAt.isAfter(created.plus(LONGEST))) {
            throw ApiError.invalid(
                    "expires_at",
                    "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.");
        }
        return expiresAt;
    }

    private static Operation.Work retrieve(ApiRequest request) {
        return turn -> require(turn, request.id());
    }

    private static ObjectNode require(Turn turn, String id) {
        return turn.find(Kind.SESSION, id)
                .orElseThrow(() -> ApiError.resourceMissing("checkout.session", id, "session"));
    }

    private static Operation.Work list(ApiRequest request) {
        Form form = request.form();
        Listing listing = Listing.plan(request);
        form.oneOf("status", List.of("open", "complete", "expired"));
        Predicate<Doc> filter = Filters.equal(form, "customer", "payment_intent", "status");
        Optional<String> email = form.at("customer_details").text("email").map(text -> text.toLowerCase(Locale.ROOT));
        // Nothing here has a payment link or a subscription, so naming one finds nothing.
        boolean none = form.text("payment_link").isPresent()
                || form.text("subscription").isPresent();
        return turn -> listing.page(
                turn,
                Kind.SESSION,
                filter.and(doc -> !none)
                        .and(doc -> email.isEmpty()
                                || email.get()
                                        .equals(doc.facets()
                                                .getOrDefault("_email", "")
                                                .toLowerCase(Locale.ROOT))));
    }

    private static Operation.Work lineItems(ApiRequest request) {
        Listing listing = Listing.plan(request);
        return turn -> {
            ArrayNode rendered = Json.array();
            LineItems.all(require(turn, request.id()))
                    .forEach(item -> rendered.add(Renderer.render(item.deepCopy(), turn.nowSeconds())));
            return listing.pageOf(rendered, "line item");
        };
    }

    private static Operation.Work expire(ApiRequest request) {
        return turn -> {
            ObjectNode session = require(turn, request.id());
            String status = session.path("status").asText();
            if (!status.equals("open")) {
                throw ApiError.refused(
                        null,
                        "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a"
                                + " status of `" + status + "`.");
            }
            return Checkout.expire(turn, session);
        };
    }
}
