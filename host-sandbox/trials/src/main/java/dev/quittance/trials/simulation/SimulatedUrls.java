package dev.quittance.trials.simulation;

import dev.quittance.api.host.Urls;
import dev.quittance.api.record.RecordRef;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Addresses of the simulated host, and how to read them back. */
final class SimulatedUrls implements Urls {
    static final String HOST = "https://crm.example";
    private static final String WEBHOOKS = "/webhooks/stripe-payments/";

    @Override
    public URI publicPage(String prefix, List<String> path) {
        StringBuilder uri = new StringBuilder(HOST).append('/').append(prefix);
        for (String part : path) {
            uri.append('/').append(URLEncoder.encode(part, StandardCharsets.UTF_8));
        }
        return URI.create(uri.toString());
    }

    @Override
    public URI webhook(String endpointId) {
        return URI.create(HOST + WEBHOOKS + endpointId);
    }

    @Override
    public URI record(RecordRef record) {
        return URI.create(HOST + "/" + record.object() + "/" + record.id());
    }

    /** The parts of the path after the first. */
    static List<String> partsAfterPrefix(URI uri) {
        List<String> parts =
                new ArrayList<>(List.of(uri.getRawPath().substring(1).split("/")));
        parts.remove(0);
        return parts.stream()
                .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                .toList();
    }

    static Map<String, String> query(URI uri) {
        Map<String, String> query = new LinkedHashMap<>();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&")) {
                String[] sides = pair.split("=", 2);
                query.putIfAbsent(
                        URLDecoder.decode(sides[0], StandardCharsets.UTF_8),
                        sides.length == 1 ? "" : URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
            }
        }
        return query;
    }
}
