package dev.quittance.stripe.testhost;

import dev.quittance.api.host.Urls;
import dev.quittance.api.record.RecordRef;
import java.net.URI;
import java.util.List;

/** Addresses of a host at {@code https://crm.test}. */
final class TestUrls implements Urls {
    private static final String BASE = "https://crm.test";

    @Override
    public URI publicPage(String prefix, List<String> path) {
        return URI.create(BASE + "/" + prefix + "/" + String.join("/", path));
    }

    @Override
    public URI webhook(String endpointId) {
        return URI.create(BASE + "/webhooks/stripe-payments/" + endpointId);
    }

    @Override
    public URI record(RecordRef record) {
        return URI.create(BASE + "/" + record.object() + "/" + record.id());
    }
}
