package dev.quittance.trials.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.trials.person.Person;
import dev.quittance.trials.person.Seen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a sandbox says of its money, in a form that lies beside kept data: by pages, and by REST where there is a token. */
final class LastingBooks {
    static final String REQUESTS = "/api/plugins/stripe-payments/payment_requests";
    static final ObjectMapper JSON = new ObjectMapper();

    private static final String PAYMENTS = "/api/plugins/stripe-payments/payments";
    private static final Pattern MONEY = Pattern.compile("\\$[0-9][0-9,]*\\.[0-9]{2}");

    private LastingBooks() {}

    /** The money in the rows of the list of payments on a project. */
    static String onProject(Walk office, String project) {
        String rows = office.person().open(office.project(project)).page().select("section, div.card, article").stream()
                .filter(part -> part.text().startsWith("Payments"))
                .findFirst()
                .map(list -> list.select("tbody tr[data-key]").text())
                .orElse("");
        return MONEY.matcher(rows).results().map(MatchResult::group).collect(Collectors.joining(" "));
    }

    /** Every request and payment with its state and amount, by id. */
    static ObjectNode byRest(Sandbox sandbox, String token) {
        ObjectNode all = JSON.createObjectNode();
        Map<String, String> sorted = new TreeMap<>();
        for (String list : new String[] {REQUESTS, PAYMENTS}) {
            for (JsonNode one : read(sandbox, list, token).path("data")) {
                sorted.put(
                        one.path("id").asText(),
                        one.path("state").asText() + " " + one.path("amount").path("minor") + " "
                                + one.path("amount").path("currency").asText());
            }
        }
        sorted.forEach(all::put);
        return all;
    }

    /** Asks for a payment as a program does, under this key. */
    static Seen request(Sandbox sandbox, String token, String key, String body) {
        return new Person()
                .post(
                        sandbox.url().resolve(REQUESTS),
                        body.getBytes(StandardCharsets.UTF_8),
                        Map.of(
                                "Content-Type",
                                "application/json",
                                "Authorization",
                                "Bearer " + token,
                                "Idempotency-Key",
                                key));
    }

    private static JsonNode read(Sandbox sandbox, String list, String token) {
        URI address = sandbox.url().resolve(list + "?limit=50");
        Seen seen = new Person().askWithKey(address, token);
        try {
            if (seen.status() != 200) {
                throw new AssertionError(list + " is answered " + seen.status() + ": " + seen.body());
            }
            return JSON.readTree(seen.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
