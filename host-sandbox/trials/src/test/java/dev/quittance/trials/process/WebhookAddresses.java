package dev.quittance.trials.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quittance.trials.person.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Where the local Stripe sends webhooks: asked from it, by an account's key. */
final class WebhookAddresses {
    private static final ObjectMapper JSON = new ObjectMapper();

    private WebhookAddresses() {}

    static List<URI> of(LocalStripeProcess stripe, String key) {
        try {
            List<URI> addresses = new ArrayList<>();
            String answer = new Person()
                    .askWithKey(URI.create(stripe.url()).resolve("/v1/webhook_endpoints"), key)
                    .body();
            for (JsonNode endpoint : JSON.readTree(answer).get("data")) {
                addresses.add(URI.create(endpoint.get("url").asText()));
            }
            if (addresses.isEmpty()) {
                throw new IllegalStateException("no webhook endpoint is registered: " + answer);
            }
            return addresses;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
