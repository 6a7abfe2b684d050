package dev.quittance.emulator.payment;

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
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ParamRules;
import java.util.List;
import java.util.function.Predicate;

/** One try at a payer's money, each. */
public final class Charges {
    /** Stripe's own word for a risk that nobody need worry about, of 100. */
    private static final int LOW_RISK_SCORE = 20;

    private Charges() {}

    /** What this brings along. */
    public static Feature feature() {
        return Feature.of(routes());
    }

    private static List<Route> routes() {
        return List.of(
                Route.get(
                        "charges",
                        ParamRules.actsOn(Listing.CREATED_PARAMS + " customer payment_intent")
                                .knows("transfer_group"),
                        Expansions.Shape.listOf(Kind.CHARGE),
                        Charges::list),
                Route.get(
                        "charges/{id}",
                        ParamRules.none(),
                        Expansions.Shape.one(Kind.CHARGE),
                        request -> turn -> turn.require(Kind.CHARGE, request.id(), "id")));
    }

    private static Operation.Work list(ApiRequest request) {
        Listing listing = Listing.plan(request);
        Predicate<Doc> filter = Filters.equal(request.form(), "customer", "payment_intent");
        return turn -> listing.page(turn, Kind.CHARGE, filter);
    }

    /** The charge that comes of the issuer's word. */
    public static ObjectNode make(Turn turn, ObjectNode intent, CardEntry entry, ObjectNode method) {
        ObjectNode charge = Blank.of(turn, Kind.CHARGE);
        for (String shared : List.of("amount", "currency", "customer", "description", "receipt_email")) {
            charge.set(shared, intent.path(shared));
        }
        charge.set("metadata", intent.path("metadata").deepCopy());
        charge.set("payment_intent", intent.path("id"));
        charge.set("payment_method", method.path("id"));
        charge.set("billing_details", method.path("billing_details").deepCopy());
        ObjectNode card = (ObjectNode) charge.path("payment_method_details").path("card");
        Cards.fill(turn, card, entry);
        card.put("network", entry.card().brand());
        ((ObjectNode) card.path("overcapture")).set("maximum_amount_capturable", charge.path("amount"));
        if (entry.card().asksThreeDSecure()) {
            fillAuthentication(card);
        }
        if (entry.card().issuer().approves()) {
            approve(charge, card);
        } else {
            decline(charge, entry.card().issuer());
        }
        return charge;
    }

    private static void fillAuthentication(ObjectNode card) {
        card.putObject("three_d_secure")
                .put("authentication_flow", "challenge")
                .put("electronic_commerce_indicator", "05")
                .putNull("exemption_indicator")
                .put("result", "authenticated")
                .putNull("result_reason")
                .putNull("transaction_id")
                .put("version", "2.2.0");
    }

    private static void approve(ObjectNode charge, ObjectNode card) {
        charge.put("status", "succeeded");
        charge.put("paid", true);
        charge.put("captured", true);
        charge.set("amount_captured", charge.path("amount"));
        card.set("amount_authorized", charge.path("amount"));
        outcome(charge, "approved_by_network", "authorized", "Payment complete.")
                .putNull("reason");
    }

    private static void decline(ObjectNode charge, TestCard.Issuer issuer) {
        charge.put("status", "failed");
        charge.put("failure_code", issuer.code());
        charge.put("failure_message", issuer.message());
        outcome(
                        charge,
                        "declined_by_network",
                        "issuer_declined",
                        "The bank returned the decline code `" + issuer.declineCode() + "`.")
                .put("reason", issuer.declineCode());
    }

    private static ObjectNode outcome(ObjectNode charge, String network, String type, String sellerMessage) {
        return charge.putObject("outcome")
                .putNull("advice_code")
                .putNull("network_advice_code")
                .putNull("network_decline_code")
                .put("network_status", network)
                .putNull("reason")
                .put("risk_level", "normal")
                .put("risk_score", LOW_RISK_SCORE)
                .put("seller_message", sellerMessage)
                .put("type", type);
    }
}
