package dev.quittance.emulator.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.ApiRequest;
import dev.quittance.emulator.api.Checks;
import dev.quittance.emulator.api.Expansions;
import dev.quittance.emulator.api.Feature;
import dev.quittance.emulator.api.Filters;
import dev.quittance.emulator.api.Listing;
import dev.quittance.emulator.api.Operation;
import dev.quittance.emulator.api.Route;
import dev.quittance.emulator.event.Events;
import dev.quittance.emulator.store.Blank;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Metadata;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.ParamRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** One try at a payer's money, each. */
public final class Charges {
    /** Stripe's own word for a risk that nobody need worry about, of 100. */
    private static final int LOW_RISK_SCORE = 20;

    private static final int MAX_DESCRIPTION = 1000;
    private static final int ELEVATED_RISK_SCORE = 70;
    private static final int HIGHEST_RISK_SCORE = 92;

    /** What a charge has of its intent. */
    private static final List<String> SHARED = List.of(
            "amount",
            "currency",
            "customer",
            "description",
            "receipt_email",
            "metadata",
            "shipping",
            "statement_descriptor",
            "statement_descriptor_suffix",
            "transfer_group");

    private Charges() {}

    /** What this brings along. */
    public static Feature feature() {
        return Feature.of(routes());
    }

    private static List<Route> routes() {
        return List.of(
                Route.get(
                        "charges",
                        ParamRules.actsOn(Listing.CREATED_PARAMS + " customer payment_intent"),
                        Expansions.Shape.listOf(Kind.CHARGE),
                        Charges::list),
                Route.get(
                        "charges/{id}",
                        ParamRules.none(),
                        Expansions.Shape.one(Kind.CHARGE),
                        request -> turn -> turn.require(Kind.CHARGE, request.id(), "id")),
                Route.post(
                        "charges/{id}",
                        ParamRules.actsOn("description metadata.* receipt_email fraud_details.user_report"),
                        Expansions.Shape.one(Kind.CHARGE),
                        Charges::update));
    }

    private static Operation.Work update(ApiRequest request) {
        Form form = request.form();
        Map<String, String> metadata = Checks.metadata(form);
        Checks.email(form, "receipt_email");
        Checks.limited(form, "description", MAX_DESCRIPTION);
        Form fraud = form.at("fraud_details");
        Optional<String> report = fraud.oneOf("user_report", List.of("fraudulent", "safe"));
        return turn -> {
            ObjectNode before = turn.require(Kind.CHARGE, request.id(), "charge");
            ObjectNode charge = before.deepCopy();
            for (String name : List.of("description", "receipt_email")) {
                if (form.has(name)) {
                    charge.put(name, form.text(name).orElse(null));
                }
            }
            report.ifPresent(word -> charge.putObject("fraud_details").put("user_report", word));
            Metadata.update(charge, form, metadata);
            turn.put(Kind.CHARGE, charge);
            if (!charge.equals(before)) {
                Events.updated(turn, "charge.updated", before, charge);
            }
            return charge;
        };
    }

    private static Operation.Work list(ApiRequest request) {
        Listing listing = Listing.plan(request);
        Predicate<Doc> filter = Filters.equal(request.form(), "customer", "payment_intent");
        return turn -> listing.page(turn, Kind.CHARGE, filter);
    }

    /** A try at the money of a card, not yet put: approved, or declined as the issuer says. */
    static ObjectNode ofCard(Turn turn, ObjectNode intent, ObjectNode method, TestCard.Issuer issuer) {
        ObjectNode charge = begin(turn, intent, method);
        TestCard testCard = Cards.card(method);
        ObjectNode card = (ObjectNode) charge.path("payment_method_details").path("card");
        Cards.copyTo(card, method);
        ((ObjectNode) card.path("overcapture")).set("maximum_amount_capturable", charge.path("amount"));
        if (intent.path(Confirmation.AUTHENTICATED).asBoolean()) {
            fillAuthentication(card);
        }
        ObjectNode outcome;
        if (issuer.approves()) {
            charge.put("status", "succeeded");
            charge.put("paid", true);
            card.set("amount_authorized", charge.path("amount"));
            outcome = outcome(charge, "approved_by_network", "authorized", "Payment complete.");
        } else if (issuer == TestCard.Issuer.IS_NOT_ASKED) {
            fail(charge, issuer.code(), issuer.message());
            outcome = outcome(charge, "not_sent_to_network", "blocked", "Stripe blocked this payment as too risky.");
            outcome.put("reason", "highest_risk_level");
        } else {
            fail(charge, issuer.code(), issuer.message());
            String said = "The bank returned the decline code `" + issuer.declineCode() + "`.";
            outcome = outcome(charge, "declined_by_network", "issuer_declined", said);
            outcome.put("reason", issuer.declineCode());
        }
        fillRisk(outcome, testCard);
        return charge;
    }

    /** A debit that is on its way, not yet put. */
    static ObjectNode ofBank(Turn turn, ObjectNode intent, ObjectNode method, String mandate) {
        ObjectNode charge = begin(turn, intent, method);
        charge.put("id", "py_" + charge.path("id").asText().substring("ch_".length()));
        charge.put("status", "pending");
        ObjectNode details = charge.putObject("payment_method_details");
        details.put("type", "us_bank_account");
        ObjectNode account = details.putObject("us_bank_account");
        for (String name :
                List.of("account_holder_type", "account_type", "bank_name", "fingerprint", "last4", "routing_number")) {
            account.set(name, method.path("us_bank_account").path(name));
        }
        account.put("mandate", mandate);
        account.putNull("payment_reference");
        ObjectNode outcome = outcome(charge, "approved_by_network", "authorized", "Payment complete.");
        outcome.put("risk_level", "not_assessed");
        outcome.remove("risk_score");
        return charge;
    }

    private static ObjectNode begin(Turn turn, ObjectNode intent, ObjectNode method) {
        ObjectNode charge = Blank.of(turn, Kind.CHARGE);
        for (String shared : SHARED) {
            charge.set(shared, intent.path(shared).deepCopy());
        }
        charge.set("payment_intent", intent.path("id"));
        charge.set("payment_method", method.path("id"));
        charge.set("billing_details", method.path("billing_details").deepCopy());
        charge.set(Cards.TEST, method.path(Cards.TEST));
        return charge;
    }

    static void fail(ObjectNode charge, String code, String message) {
        charge.put("status", "failed");
        charge.put("paid", false);
        charge.put("failure_code", code);
        charge.put("failure_message", message);
    }

    /** The whole authorized amount, or less, is taken. */
    static void capture(ObjectNode charge, long amountMinor) {
        charge.put("captured", true);
        charge.put("amount_captured", amountMinor);
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

    private static void fillRisk(ObjectNode outcome, TestCard card) {
        if (card.has(TestCard.Trait.HIGHEST_RISK)) {
            outcome.put("risk_level", "highest").put("risk_score", HIGHEST_RISK_SCORE);
        } else if (card.has(TestCard.Trait.ELEVATED_RISK)) {
            outcome.put("risk_level", "elevated").put("risk_score", ELEVATED_RISK_SCORE);
        }
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
