package dev.quittance.emulator.customer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.ApiRequest;
import dev.quittance.emulator.api.Checks;
import dev.quittance.emulator.api.Expansions;
import dev.quittance.emulator.api.Feature;
import dev.quittance.emulator.api.Listing;
import dev.quittance.emulator.api.Operation;
import dev.quittance.emulator.api.Route;
import dev.quittance.emulator.event.Events;
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

/** Customers over the API. */
public final class Customers {
    private static final List<String> TEXTS = List.of("email", "name", "phone", "description");
    private static final List<String> ADDRESS = List.of("city", "country", "line1", "line2", "postal_code", "state");

    private static final ParamRules RULES = ParamRules.actsOn("""
                    email name phone description metadata.* preferred_locales.*
                    address.city address.country address.line1 address.line2 address.postal_code address.state
                    invoice_settings.default_payment_method
                    """);

    private Customers() {}

    /** What this brings along. */
    public static Feature feature() {
        return Feature.of(routes());
    }

    private static List<Route> routes() {
        Expansions.Shape one = Expansions.Shape.one(Kind.CUSTOMER);
        return List.of(
                Route.post("customers", RULES, one, Customers::create),
                Route.get(
                        "customers",
                        ParamRules.actsOn(Listing.CREATED_PARAMS + " email"),
                        Expansions.Shape.listOf(Kind.CUSTOMER),
                        Customers::list),
                Route.get("customers/{id}", ParamRules.none(), one, Customers::retrieve),
                Route.post("customers/{id}", RULES, one, Customers::update),
                Route.delete("customers/{id}", Expansions.Shape.plain(), Customers::delete));
    }

    /** A customer without name or address, not yet put. */
    public static ObjectNode make(Turn turn) {
        ObjectNode customer = Blank.of(turn, Kind.CUSTOMER);
        customer.put("invoice_prefix", turn.ids().of("").substring(0, 8).toUpperCase(java.util.Locale.ROOT));
        return customer;
    }

    private static Operation.Work create(ApiRequest request) {
        Map<String, String> metadata = check(request.form());
        return turn -> {
            ObjectNode customer = make(turn);
            fill(customer, request.form(), metadata);
            fillDefault(turn, customer, request.form());
            turn.put(Kind.CUSTOMER, customer);
            Events.emit(turn, "customer.created", customer);
            return customer;
        };
    }

    private static Operation.Work update(ApiRequest request) {
        Map<String, String> metadata = check(request.form());
        return turn -> {
            ObjectNode customer = turn.require(Kind.CUSTOMER, request.id(), "id");
            if (customer.path("deleted").asBoolean()) {
                throw ApiError.resourceMissing("customer", request.id(), "id");
            }
            ObjectNode before = customer.deepCopy();
            fill(customer, request.form(), metadata);
            fillDefault(turn, customer, request.form());
            ObjectNode previous = changed(before, customer);
            if (!previous.isEmpty()) {
                turn.put(Kind.CUSTOMER, customer);
                Events.emit(turn, "customer.updated", customer, previous);
            }
            return customer;
        };
    }

    private static Map<String, String> check(Form form) {
        Checks.email(form, "email");
        TEXTS.forEach(name -> Checks.limited(form, name, 5000));
        ADDRESS.forEach(name -> form.at("address").text(name));
        form.texts("preferred_locales");
        return Checks.metadata(form);
    }

    private static void fill(ObjectNode customer, Form form, Map<String, String> metadata) {
        for (String name : TEXTS) {
            if (form.has(name)) {
                customer.put(name, form.text(name).orElse(null));
            }
        }
        if (form.has("address")) {
            if (form.at("address").isLeaf()) {
                customer.putNull("address");
            } else {
                ObjectNode address = customer.path("address").isObject()
                        ? (ObjectNode) customer.path("address")
                        : customer.putObject("address");
                for (String name : ADDRESS) {
                    if (form.at("address").has(name) || !address.has(name)) {
                        address.put(name, form.at("address").text(name).orElse(null));
                    }
                }
            }
        }
        if (form.has("preferred_locales")) {
            var locales = customer.putArray("preferred_locales");
            form.texts("preferred_locales").forEach(locales::add);
        }
        Metadata.update(customer, form, metadata);
    }

    /** With what the customer pays by default: one of the customer's own. */
    private static void fillDefault(Turn turn, ObjectNode customer, Form form) {
        Form settings = form.at("invoice_settings");
        if (!settings.has("default_payment_method")) {
            return;
        }
        Optional<String> id = settings.text("default_payment_method");
        id.ifPresent(wanted -> {
            String param = "invoice_settings[default_payment_method]";
            ObjectNode method = turn.require(Kind.PAYMENT_METHOD, wanted, param);
            if (!method.path("customer").equals(customer.path("id"))) {
                throw ApiError.invalid(
                        param,
                        "The customer does not have a payment method with the ID " + wanted
                                + ". The payment method must be attached to the customer.");
            }
        });
        ((ObjectNode) customer.path("invoice_settings")).put("default_payment_method", id.orElse(null));
    }

    /** What the fields that differ were before. */
    private static ObjectNode changed(ObjectNode before, ObjectNode after) {
        ObjectNode previous = Json.object();
        before.fieldNames().forEachRemaining(name -> {
            JsonNode old = before.path(name);
            if (!old.equals(after.path(name))) {
                previous.set(name, old);
            }
        });
        return previous;
    }

    private static Operation.Work retrieve(ApiRequest request) {
        return turn -> turn.require(Kind.CUSTOMER, request.id(), "id");
    }

    private static Operation.Work delete(ApiRequest request) {
        return turn -> {
            ObjectNode customer = turn.require(Kind.CUSTOMER, request.id(), "id");
            if (customer.path("deleted").asBoolean()) {
                throw ApiError.resourceMissing("customer", request.id(), "id");
            }
            ObjectNode stub = Json.object();
            stub.put("id", request.id());
            stub.put("object", "customer");
            stub.put("deleted", true);
            turn.put(Kind.CUSTOMER, stub);
            turn.listNewestFirst(Kind.PAYMENT_METHOD)
                    .filter(doc -> doc.hasFacet("customer", request.id()))
                    .forEach(doc -> PaymentMethods.detach(turn, doc.read()));
            Events.emit(turn, "customer.deleted", customer);
            return stub;
        };
    }

    private static Operation.Work list(ApiRequest request) {
        Listing listing = Listing.plan(request);
        Optional<String> email = request.form().text("email");
        Predicate<Doc> filter = doc -> !doc.hasFacet("deleted", "true")
                && email.map(text -> doc.hasFacet("email", text)).orElse(true);
        return turn -> listing.page(turn, Kind.CUSTOMER, filter);
    }
}
