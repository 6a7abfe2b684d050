package dev.quittance.crm.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class RouteTest {
    private final Route record = Route.get("/project/{id}", Access.signedIn(), exchange -> Reply.text(200, ""));

    @Test
    void a_part_in_braces_stands_for_one_part_of_a_path() {
        assertThat(record.match("/project/42")).contains(Map.of("id", "42"));
        assertThat(record.match("/project/42/html")).isEmpty();
        assertThat(record.match("/project")).isEmpty();
        assertThat(record.match("/client/42")).isEmpty();
        assertThat(record.match("project/42")).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway")
    void a_route_that_does_not_say_who_may_use_it_cannot_be_made() {
        assertThatThrownBy(() -> new Route("GET", "/x", null, exchange -> Reply.text(200, "")))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("access");
    }
}
