package dev.quittance.platform.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordEvent;
import dev.quittance.api.record.RecordListener;
import dev.quittance.api.record.RecordRef;
import dev.quittance.platform.event.EventKind;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What happened to the host's records. Thread-safe. */
public final class RecordEventKind implements EventKind<RecordEvent, RecordListener> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String stream() {
        return "record";
    }

    @Override
    public Class<RecordListener> listener() {
        return RecordListener.class;
    }

    @Override
    public String id(RecordEvent event) {
        return event.eventId();
    }

    @Override
    public OrgId org(RecordEvent event) {
        return event.org();
    }

    @Override
    public String write(RecordEvent event) {
        ObjectNode node = JSON.createObjectNode()
                .put("id", event.eventId())
                .put("kind", event.kind())
                .put("org", event.org().value())
                .put("object", event.record().object())
                .put("record", event.record().id())
                .put("at", event.occurredAt().toString());
        ObjectNode attributes = node.putObject("attributes");
        new TreeMap<>(event.attributes()).forEach(attributes::put);
        return node.toString();
    }

    @Override
    public RecordEvent read(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            Map<String, String> attributes = new TreeMap<>();
            node.path("attributes")
                    .fields()
                    .forEachRemaining(entry ->
                            attributes.put(entry.getKey(), entry.getValue().asText()));
            return new RecordEvent(
                    node.path("id").asText(),
                    node.path("kind").asText(),
                    new OrgId(node.path("org").asText()),
                    new RecordRef(
                            node.path("object").asText(), node.path("record").asText()),
                    Instant.parse(node.path("at").asText()),
                    attributes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event in the table cannot be read", e);
        }
    }

    @Override
    public void tell(RecordListener listener, RecordEvent event) {
        listener.on(event);
    }
}
