package dev.quittance.emulator.dispute;

import com.fasterxml.jackson.databind.JsonNode;
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
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Metadata;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.ParamRules;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Disputes over the API. */
public final class Disputes {
    /** Evidence in words. */
    private static final List<String> TEXTS = List.of(
            "access_activity_log",
            "billing_address",
            "cancellation_policy_disclosure",
            "cancellation_rebuttal",
            "customer_email_address",
            "customer_name",
            "customer_purchase_ip",
            "duplicate_charge_explanation",
            "duplicate_charge_id",
            "product_description",
            "refund_policy_disclosure",
            "refund_refusal_explanation",
            "service_date",
            "shipping_address",
            "shipping_carrier",
            "shipping_date",
            "shipping_tracking_number",
            "uncategorized_text");

    /** Evidence in files, which cannot be uploaded here. */
    private static final List<String> FILES = List.of(
            "cancellation_policy",
            "customer_communication",
            "customer_signature",
            "duplicate_charge_documentation",
            "receipt",
            "refund_policy",
            "service_documentation",
            "shipping_documentation",
            "uncategorized_file");

    /** Stripe's bound for all evidence together. */
    private static final int MAX_TEXT = 150_000;

    private static final int MAX_FIELD = 20_000;

    private Disputes() {}

    /** What this brings along. */
    public static Feature feature() {
        return Feature.of(routes()).withTimer(Kind.DISPUTE, DisputeLife::fire);
    }

    private static List<Route> routes() {
        Expansions.Shape one = Expansions.Shape.one(Kind.DISPUTE);
        return List.of(
                Route.get(
                        "disputes",
                        ParamRules.actsOn(Listing.CREATED_PARAMS + " charge payment_intent"),
                        Expansions.Shape.listOf(Kind.DISPUTE),
                        Disputes::list),
                Route.get("disputes/{id}", ParamRules.none(), one, request -> turn -> require(turn, request.id())),
                Route.post(
                        "disputes/{id}",
                        ParamRules.actsOn("submit metadata.* " + evidence(TEXTS)),
                        one,
                        Disputes::update),
                Route.post(
                        "disputes/{id}/close", ParamRules.none(), one, request -> turn -> close(turn, request.id())));
    }

    private static String evidence(List<String> fields) {
        return fields.stream().map(field -> "evidence." + field).collect(Collectors.joining(" "));
    }

    private static Operation.Work list(ApiRequest request) {
        Listing listing = Listing.plan(request);
        Predicate<Doc> filter = Filters.equal(request.form(), "charge", "payment_intent");
        return turn -> listing.page(turn, Kind.DISPUTE, filter);
    }

    private static ObjectNode require(Turn turn, String id) {
        return turn.require(Kind.DISPUTE, id, "dispute");
    }

    private static Operation.Work update(ApiRequest request) {
        Form form = request.form();
        Form evidence = form.at("evidence");
        TEXTS.forEach(field -> Checks.limited(evidence, field, MAX_FIELD));
        Map<String, String> metadata = Checks.metadata(form);
        boolean answers = form.has("evidence") || form.bool("submit").orElse(false);
        // Without a word about it, evidence is submitted at once.
        boolean submit = form.bool("submit").orElse(form.has("evidence"));
        return turn -> {
            ObjectNode dispute = require(turn, request.id());
            ObjectNode before = dispute.deepCopy();
            if (answers) {
                requireOpen(dispute);
                fill(dispute, evidence);
            }
            Metadata.update(dispute, form, metadata);
            if (answers && submit) {
                return DisputeLife.submit(turn, dispute);
            }
            turn.put(Kind.DISPUTE, dispute);
            Events.updated(turn, "charge.dispute.updated", before, dispute);
            return dispute;
        };
    }

    private static void requireOpen(ObjectNode dispute) {
        String status = dispute.path("status").asText();
        if (!status.endsWith("needs_response")) {
            throw ApiError.refused(
                    null,
                    DisputeLife.isFinal(dispute)
                            ? "This dispute is already closed"
                            : "This dispute has already been submitted to the bank; its status is " + status + ".");
        }
    }

    private static void fill(ObjectNode dispute, Form form) {
        ObjectNode evidence = (ObjectNode) dispute.path("evidence");
        int length = 0;
        boolean any = false;
        for (String field : TEXTS) {
            if (form.has(field)) {
                evidence.put(field, form.text(field).orElse(null));
            }
            JsonNode value = evidence.path(field);
            any |= value.isTextual();
            length += value.asText("").length();
        }
        if (length > MAX_TEXT) {
            throw ApiError.invalid("evidence", "Evidence can have up to " + MAX_TEXT + " characters in all.");
        }
        DisputeLife.details(dispute).put("has_evidence", any);
    }

    private static ObjectNode close(Turn turn, String id) {
        ObjectNode dispute = require(turn, id);
        requireOpen(dispute);
        return DisputeLife.end(turn, dispute, DisputeLife.isInquiry(dispute) ? "warning_closed" : "lost");
    }
}
