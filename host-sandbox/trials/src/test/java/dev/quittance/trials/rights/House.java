package dev.quittance.trials.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quittance.trials.person.Person;
import dev.quittance.trials.person.Seen;
import dev.quittance.trials.process.Sandbox;
import dev.quittance.trials.process.Walk;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One organisation with somebody of each role signed in, and one of its records of each kind. */
final class House {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Map<String, String> LISTS =
            Map.of("project", "/projects", "client", "/clients", "invoice", "/invoices");

    private final URI url;
    private final Map<String, Walk> people = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private final String name;

    private House(URI url, String name) {
        this.url = url;
        this.name = name;
    }

    static House enter(Sandbox sandbox, int organisation, String name) throws IOException {
        House house = new House(sandbox.url(), name);
        for (String role : Roles.all()) {
            Walk walk = new Walk(sandbox);
            walk.signIn(sandbox.login(role, organisation));
            house.people.put(role, walk);
        }
        house.collectIds();
        return house;
    }

    String name() {
        return name;
    }

    Person person(String role) {
        return walk(role).person();
    }

    private Walk walk(String role) {
        Walk walk = people.get(role);
        if (walk == null) {
            throw new IllegalArgumentException("no such role: " + role);
        }
        return walk;
    }

    /** The id of this house's record of a kind, as the path names the kind; an id of nothing where there is none of it. */
    String idOf(String kind) {
        return ids.getOrDefault(kind, Nobody.ID);
    }

    /** The token that guards this person's forms. */
    String formToken(String role) {
        return person(role).open(url, "/").page().select("input[name=_token]").attr("value");
    }

    private void collectIds() throws IOException {
        Person admin = person("admin");
        for (Map.Entry<String, String> list : LISTS.entrySet()) {
            Seen page = admin.open(url, list.getValue());
            page.page().select("main a[href^=/" + list.getKey() + "/]").stream()
                    .map(link -> ID.matcher(link.attr("href")))
                    .filter(Matcher::find)
                    .findFirst()
                    .ifPresent(found -> ids.put(list.getKey(), found.group()));
        }
        walk("admin").requestShare(url.resolve("/project/" + idOf("project")), "10");
        JsonNode requests = new ObjectMapper()
                .readTree(admin.ask(
                                url.resolve(
                                        "/api/plugins/stripe-payments/payment_requests?record_object=project&record_id="
                                                + idOf("project")),
                                "application/json")
                        .body());
        Matcher request = ID.matcher(requests.path("data").path(0).path("id").asText());
        if (!request.find()) {
            throw new AssertionError("no payment request over REST: " + requests);
        }
        ids.put("payment_requests", request.group());
    }
}
