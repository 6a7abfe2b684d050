package dev.quittance.trials.rights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.trials.person.FilledForm;
import dev.quittance.trials.person.Person;
import dev.quittance.trials.person.Seen;
import dev.quittance.trials.process.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two organisations, three roles and nobody, on every route that the host says it has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RightsIT {
    /** What these routes do by themselves would end the walk: they are tried by nobody and by strangers all the same. */
    private static final List<String> ENDS_THE_WALK =
            List.of("/sign-out", "/settings/sessions/end", "/sign-out-everywhere");

    private Sandbox sandbox;
    private House here;
    private House there;
    private List<Listed> routes;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        sandbox = Sandbox.start(folder.resolve("data"));
        here = House.enter(sandbox, 0, "Ridgeline");
        there = House.enter(sandbox, 1, "Küstenbau");
        Seen inventory = here.person("admin").ask(sandbox.url().resolve("/settings/routes"), "application/json");
        assertThat(inventory.status()).isEqualTo(200);
        routes = Listed.read(inventory.body());
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Test
    void the_inventory_holds_what_everybody_knows_to_be_there_and_says_of_each_who_may_use_it() {
        List<String> known = routes.stream().map(Listed::pattern).collect(Collectors.toList());

        assertThat(known)
                .contains("/project/{id}", "/invoice/{id}", "/clients", "/x/stripe-payments/settings")
                .anyMatch(pattern -> pattern.startsWith("/pay/"))
                .anyMatch(pattern -> pattern.startsWith("/webhooks/"))
                .anyMatch(pattern -> pattern.startsWith("/api/plugins/stripe-payments/"))
                .anyMatch(pattern -> pattern.endsWith("/actions/stripe-payments/request-payment"));
        assertThat(routes)
                .allMatch(
                        route -> route.isOpen()
                                || route.access().equals(Listed.SIGNED_IN)
                                || Roles.knows(route.access()),
                        "names a permission that this matrix knows");
    }

    @Test
    void nobody_gets_past_a_route_that_is_not_open() {
        List<String> leaks = new ArrayList<>();
        for (Listed route : routes) {
            if (route.isOpen()) {
                continue;
            }
            Seen seen = send(new Person(), route, route.path(here::idOf), "");
            boolean keptOut = seen.status() == 401
                    || seen.status() == 403
                    || seen.leadsTo()
                            .filter(to -> to.getPath().equals("/sign-in"))
                            .isPresent();
            if (!keptOut || tells(seen, here)) {
                leaks.add(route + " answers nobody with " + seen.status());
            }
        }
        assertThat(leaks).isEmpty();
    }

    @Test
    void a_role_without_the_permission_is_refused_everywhere() {
        List<String> leaks = new ArrayList<>();
        for (String role : Roles.all()) {
            String token = here.formToken(role);
            for (Listed route : routes) {
                if (Roles.may(role, route)) {
                    continue;
                }
                Seen seen = send(here.person(role), route, route.path(here::idOf), token);
                if (seen.status() != 403 && seen.status() != 404) {
                    leaks.add(route + " answers " + role + " with " + seen.status());
                }
            }
        }
        assertThat(leaks).isEmpty();
    }

    @Test
    void what_belongs_to_another_organisation_answers_exactly_as_what_never_was() {
        List<String> leaks = new ArrayList<>();
        for (String role : Roles.all()) {
            String token = here.formToken(role);
            for (Listed route : routes) {
                if (route.isOpen() || !route.namesSomething() || !Roles.may(role, route)) {
                    continue;
                }
                Seen foreign = send(here.person(role), route, route.path(there::idOf), token);
                Seen absent = send(here.person(role), route, route.path(kind -> Nobody.ID), token);
                if (foreign.status() != absent.status()
                        || !bare(foreign, there).equals(bare(absent, there))
                        || tells(foreign, there)) {
                    leaks.add(route + " tells " + role + ": " + foreign.status() + " and " + absent.status());
                }
                if (foreign.status() < 300) {
                    leaks.add(route + " lets " + role + " in: " + foreign.status());
                }
            }
        }
        assertThat(leaks).isEmpty();
    }

    @Test
    void a_form_with_a_forged_token_is_refused_on_every_route_that_takes_one() {
        List<String> leaks = new ArrayList<>();
        for (Listed route : routes) {
            if (route.isOpen() || route.reads() || route.isRest()) {
                continue;
            }
            Seen seen = send(here.person("admin"), route, route.path(here::idOf), "forged");
            if (seen.status() != 403) {
                leaks.add(route + " takes a forged token: " + seen.status());
            }
        }
        assertThat(leaks).isEmpty();
    }

    @Test
    void whoever_may_read_a_page_sees_it() {
        List<String> broken = new ArrayList<>();
        for (String role : Roles.all()) {
            for (Listed route : routes) {
                boolean plain = !route.namesSomething() && route.reads() && !route.isOpen();
                if (!plain || !Roles.may(role, route)) {
                    continue;
                }
                Seen seen = send(here.person(role), route, route.pattern(), "");
                // The inbox is the developer's: a sandbox shows everybody's mail to everybody, and says so.
                boolean leaks = !route.pattern().equals("/inbox") && tells(seen, there);
                if (seen.status() >= 400 || leaks) {
                    broken.add(route + " answers " + role + " with " + seen.status());
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private Seen send(Person person, Listed route, String path, String token) {
        URI address = sandbox.url().resolve(path);
        if (route.reads()) {
            return route.isRest() ? person.ask(address, "application/json") : person.look(address);
        }
        if (ENDS_THE_WALK.stream().anyMatch(path::startsWith) && !token.isEmpty() && !token.equals("forged")) {
            return person.look(sandbox.url().resolve("/no-such-page"));
        }
        if (route.isRest()) {
            return person.post(
                    address,
                    "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    Map.of("Content-Type", "application/json"));
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("_token", token);
        fields.put("_csrf", token);
        fields.put("_form", "x");
        fields.put("_submission", "rights-" + Integer.toHexString(path.hashCode()));
        fields.put("_fields", "");
        return person.submitOnly(new FilledForm(address, sandbox.url(), fields));
    }

    private static boolean tells(Seen seen, House house) {
        return seen.body().contains(house.name());
    }

    /** The words of an answer without what differs from call to call. */
    private static String bare(Seen seen, House house) {
        String words = seen.body().startsWith("{") ? seen.body() : seen.words();
        return words.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "ID")
                .replaceAll("rights-[0-9a-f]+", "KEY");
    }
}
