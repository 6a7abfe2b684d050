package dev.quittance.emulator.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.event.Events;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What Stripe still wants to know of an account, and what the account may do: nothing while something is due, everything
 * that was asked for once it has been looked at.
 */
final class Requirements {
    static final String PERSON = "_person";
    private static final String VERIFIED = "_verified";

    /** Stripe looks at test accounts within seconds. */
    private static final Duration VERIFICATION = Duration.ofSeconds(5);

    private Requirements() {}

    /** Brings the account up to date with what is known of it, keeps it and tells of every change. */
    static void update(Turn turn, ObjectNode before, ObjectNode account) {
        if (isOfPlatform(account)) {
            refresh(turn, account);
        }
        keep(turn, before, account);
    }

    private static boolean isOfPlatform(ObjectNode account) {
        return account.at("/controller/type").asText().equals("application");
    }

    private static void refresh(Turn turn, ObjectNode account) {
        List<String> due = due(account);
        boolean submitted = due.isEmpty();
        boolean verified = submitted && account.path(VERIFIED).asBoolean();
        ObjectNode requirements = (ObjectNode) account.path("requirements");
        for (String list : List.of("currently_due", "eventually_due", "past_due")) {
            ArrayNode texts = requirements.putArray(list);
            due.forEach(texts::add);
        }
        requirements.putArray("pending_verification");
        requirements.putNull("disabled_reason");
        if (!submitted) {
            requirements.put("disabled_reason", "requirements.past_due");
        } else if (!verified) {
            requirements.withArray("pending_verification").add(person(account) + ".verification.document");
            requirements.put("disabled_reason", "requirements.pending_verification");
            awaitVerification(turn, account);
        }
        account.put("details_submitted", submitted);
        String status = verified ? "active" : submitted ? "pending" : "inactive";
        ObjectNode capabilities = (ObjectNode) account.path("capabilities");
        capabilities.fieldNames().forEachRemaining(name -> capabilities.put(name, status));
        account.put("charges_enabled", verified && capabilities.has("card_payments"));
        account.put("payouts_enabled", verified);
    }

    private static List<String> due(ObjectNode account) {
        List<String> due = new ArrayList<>();
        require(due, "business_profile.url", account.at("/business_profile/url"));
        require(due, "business_type", account.path("business_type"));
        require(due, "external_account", account.at("/external_accounts/data/0"));
        String person = person(account);
        require(due, person + ".first_name", account.path(PERSON).path("first_name"));
        require(due, person + ".last_name", account.path(PERSON).path("last_name"));
        require(due, "tos_acceptance.date", account.at("/tos_acceptance/date"));
        require(due, "tos_acceptance.ip", account.at("/tos_acceptance/ip"));
        return due;
    }

    private static void require(List<String> due, String name, JsonNode value) {
        if (value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.asText().isBlank())) {
            due.add(name);
        }
    }

    private static String person(ObjectNode account) {
        return account.path("business_type").asText().equals("individual") ? "individual" : "representative";
    }

    private static void awaitVerification(Turn turn, ObjectNode account) {
        ObjectNode verification = Json.object();
        verification.set("id", account.path("id"));
        verification.put(Doc.DUE_MILLIS, turn.now().plus(VERIFICATION).toEpochMilli());
        turn.on(account.path("id").asText()).put(Kind.VERIFICATION, verification);
    }

    /** The account has been looked at. */
    static void verify(Turn turn, ObjectNode verification) {
        turn.drop(Kind.VERIFICATION, verification.path("id").asText());
        ObjectNode account = turn.get(Kind.ACCOUNT, turn.account());
        ObjectNode before = account.deepCopy();
        account.put(VERIFIED, true);
        update(turn, before, account);
    }

    private static void keep(Turn turn, ObjectNode before, ObjectNode account) {
        Turn own = turn.on(account.path("id").asText());
        own.put(Kind.ACCOUNT, account);
        ObjectNode previous = Json.object();
        for (Iterator<Map.Entry<String, JsonNode>> it = account.fields(); it.hasNext(); ) {
            Map.Entry<String, JsonNode> field = it.next();
            JsonNode old = before.path(field.getKey());
            if (!field.getKey().startsWith("_") && !old.equals(field.getValue())) {
                previous.set(field.getKey(), old.isMissingNode() ? Json.object().nullNode() : old);
            }
        }
        if (before.isEmpty() || previous.isEmpty()) {
            return;
        }
        Events.emit(own, "account.updated", account, previous);
        account.path("capabilities").fieldNames().forEachRemaining(name -> {
            String now = account.path("capabilities").path(name).asText();
            String old = before.path("capabilities").path(name).asText("unrequested");
            if (!now.equals(old)) {
                ObjectNode was = Json.object().put("status", old);
                Events.emit(own, "capability.updated", Capabilities.capability(account, name), was);
            }
        });
    }
}
