package dev.sample;

import dev.quittance.api.rest.*;
import org.pf4j.Extension;

@Extension
public final class SampleWebhooks implements WebhookEndpoint {
    private final Notes notes;

    SampleWebhooks(Notes notes) { this.notes = notes; }

    @Override
    public WebhookReply receive(WebhookCall call) {
        switch (call.endpointId()) {
            case "good":
                notes.write("o", "hook:" + call.body().length + ":" + (call.body().length > 0 ? call.body()[0] & 0xff : -1) + ":" + call.header("X-Sig") + ":" + call.header("Cookie"));
                return WebhookReply.ACCEPTED;
            case "bad":
                return WebhookReply.REJECTED;
            case "boom":
                throw new IllegalStateException();
            default:
                return WebhookReply.UNKNOWN_ENDPOINT;
        }
    }
}
