package dev.quittance.platform.bounce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quittance.api.host.MailReturn;
import dev.quittance.api.host.MailReturnListener;
import dev.quittance.api.identity.OrgId;
import dev.quittance.platform.event.EventKind;
import java.time.Instant;

/** Mails that came back; each is told only to the plugin that sent it. Thread-safe. */
public final class ReturnedMailKind implements EventKind<ReturnedMail, MailReturnListener> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String stream() {
        return "mail";
    }

    @Override
    public Class<MailReturnListener> listener() {
        return MailReturnListener.class;
    }

    @Override
    public String id(ReturnedMail event) {
        return event.mail().eventId();
    }

    @Override
    public OrgId org(ReturnedMail event) {
        return event.mail().org();
    }

    @Override
    public boolean concerns(String pluginId, ReturnedMail event) {
        return event.pluginId().equals(pluginId);
    }

    @Override
    public String write(ReturnedMail event) {
        MailReturn mail = event.mail();
        return JSON.createObjectNode()
                .put("plugin", event.pluginId())
                .put("id", mail.eventId())
                .put("org", mail.org().value())
                .put("key", mail.key())
                .put("status", mail.status())
                .put("at", mail.returnedAt().toString())
                .toString();
    }

    @Override
    public ReturnedMail read(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            MailReturn mail = new MailReturn(
                    node.path("id").asText(),
                    new OrgId(node.path("org").asText()),
                    node.path("key").asText(),
                    node.path("status").asText(),
                    Instant.parse(node.path("at").asText()));
            return new ReturnedMail(node.path("plugin").asText(), mail);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event in the table cannot be read", e);
        }
    }

    @Override
    public void tell(MailReturnListener listener, ReturnedMail event) {
        listener.returned(event.mail());
    }
}
