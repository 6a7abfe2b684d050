package dev.quittance.platform.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.payment.PaymentEvent;
import dev.quittance.api.record.RecordRef;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Events as text for the table: field by field, so that neither a renamed record component nor a plugin's class gets into it. */
final class PaymentEventJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PaymentEventJson() {}

    static String write(PaymentEvent event) {
        ObjectNode node = JSON.createObjectNode()
                .put("id", event.eventId())
                .put("kind", event.kind())
                .put("org", event.org().value())
                .put("object", event.record().object())
                .put("record", event.record().id())
                .put("request", event.requestId())
                .put("amountMinor", event.amount().minor())
                .put("currency", event.amount().currency())
                .put("at", event.occurredAt().toString());
        ObjectNode attributes = node.putObject("attributes");
        new TreeMap<>(event.attributes()).forEach(attributes::put);
        return node.toString();
    }

    static PaymentEvent read(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            Map<String, String> attributes = new TreeMap<>();
            node.path("attributes")
                    .fields()
                    .forEachRemaining(entry ->
                            attributes.put(entry.getKey(), entry.getValue().asText()));
            return new PaymentEvent(
                    node.path("id").asText(),
                    node.path("kind").asText(),
                    new OrgId(node.path("org").asText()),
                    new RecordRef(
                            node.path("object").asText(), node.path("record").asText()),
                    node.path("request").asText(),
                    Money.of(
                            node.path("amountMinor").asLong(),
                            node.path("currency").asText()),
                    Instant.parse(node.path("at").asText()),
                    attributes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event in the table cannot be read", e);
        }
    }
}
