package dev.quittance.emulator.developer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.page.DeveloperPage;
import dev.quittance.emulator.page.DeveloperPage.Action;
import dev.quittance.emulator.page.DeveloperPage.Field;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The buttons that an object has in Stripe's dashboard. Most are calls on Stripe's own API with the account's key. */
final class Buttons {
    private Buttons() {}

    static void add(DeveloperPage page, Doc doc, ObjectNode object, List<MerchantAction> actions) {
        String id = doc.id();
        String status = object.path("status").asText();
        if (doc.kind() == Kind.SESSION && status.equals("open")) {
            page.action(call(doc, "/v1/checkout/sessions/" + id + "/expire", Map.of(), List.of(), "Expire"));
        }
        if (doc.kind() == Kind.CHARGE
                && object.path("captured").asBoolean()
                && !object.path("refunded").asBoolean()) {
            refund(page, doc, Map.of("charge", id));
        }
        if (doc.kind() == Kind.PAYMENT_INTENT && status.equals("succeeded")) {
            refund(page, doc, Map.of("payment_intent", id));
        }
        if (object.path("object").asText().equals("dispute") && status.equals("needs_response")) {
            evidence(page, doc, "winning_evidence", "Win the dispute");
            evidence(page, doc, "losing_evidence", "Lose the dispute");
            page.action(call(doc, "/v1/disputes/" + id + "/close", Map.of(), List.of(), "Accept the dispute"));
        }
        if (doc.kind() == Kind.EVENT) {
            page.action(Action.post("/_local/events/" + id + "/resend", Pages.object(id), List.of(), "Resend"));
        }
        for (MerchantAction action : actions) {
            if (action.on() == doc.kind() && action.fits().test(object)) {
                page.action(Action.post(
                        "/_local/objects/" + id + "/" + action.name(), Pages.object(id), List.of(), action.button()));
            }
        }
    }

    private static void refund(DeveloperPage page, Doc doc, Map<String, String> what) {
        page.action(call(doc, "/v1/refunds", what, List.of(), "Refund all of it"));
        page.action(call(
                doc,
                "/v1/refunds",
                what,
                List.of(Field.text("params[amount]", "Amount in minor units", "")),
                "Refund a part"));
    }

    private static void evidence(DeveloperPage page, Doc doc, String word, String button) {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("evidence[uncategorized_text]", word);
        params.put("submit", "true");
        page.action(call(doc, "/v1/disputes/" + doc.id(), params, List.of(), button));
    }

    /** A payout of the whole of an account; it is on the overview, as it belongs to no object. */
    static Action payout(String account) {
        return new Action(
                "post",
                "/_local/call",
                Map.of("back", "/", "account", account, "path", "/v1/payouts"),
                List.of(
                        Field.text("params[amount]", "Amount in minor units", ""),
                        Field.text("params[currency]", "Currency", "usd")),
                "Pay out now");
    }

    private static Action call(Doc doc, String path, Map<String, String> params, List<Field> fields, String button) {
        Map<String, String> hidden = new LinkedHashMap<>();
        hidden.put("account", doc.partition());
        hidden.put("path", path);
        params.forEach((name, value) -> hidden.put(nested(name), value));
        return Action.post("/_local/call", Pages.object(doc.id()), fields, button)
                .with(hidden);
    }

    /** {@code a[b]} within {@code params} is {@code params[a][b]}. */
    private static String nested(String name) {
        int open = name.indexOf('[');
        return open < 0 ? "params[" + name + "]" : "params[" + name.substring(0, open) + "]" + name.substring(open);
    }
}
