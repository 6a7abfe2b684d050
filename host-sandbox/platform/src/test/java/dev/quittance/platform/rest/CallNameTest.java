package dev.quittance.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.identity.OrgId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which calls count as the same one: whatever is left out here would give somebody an answer that is not theirs. */
final class CallNameTest {
    private static final String KEY = "0123456789abcdef";
    private static final Actor OLGA = actor("o", "olga");
    private static final RestApplication.Call CALL = call("POST", "/api/a?x=1", "body");

    @Test
    void the_same_call_has_the_same_name() {
        assertThat(CallName.of(actor("o", "olga"), KEY, call("POST", "/api/a?x=1", "body")))
                .isEqualTo(CallName.of(OLGA, KEY, CALL));
    }

    @Test
    void another_organisation_or_user_method_path_or_key_is_another_call() {
        CallName call = CallName.of(OLGA, KEY, CALL);

        assertThat(identity(CallName.of(actor("p", "olga"), KEY, CALL))).isNotEqualTo(identity(call));
        assertThat(identity(CallName.of(actor("o", "otto"), KEY, CALL))).isNotEqualTo(identity(call));
        assertThat(identity(CallName.of(OLGA, KEY, call("PUT", "/api/a?x=1", "body"))))
                .isNotEqualTo(identity(call));
        assertThat(identity(CallName.of(OLGA, KEY, call("POST", "/api/b?x=1", "body"))))
                .isNotEqualTo(identity(call));
        assertThat(identity(CallName.of(OLGA, KEY + "0", CALL))).isNotEqualTo(identity(call));
    }

    @Test
    void the_same_call_with_another_query_or_body_is_known_as_another_request() {
        CallName call = CallName.of(OLGA, KEY, CALL);
        CallName query = CallName.of(OLGA, KEY, call("POST", "/api/a?x=2", "body"));
        CallName body = CallName.of(OLGA, KEY, call("POST", "/api/a?x=1", "bodi"));
        CallName moved = CallName.of(OLGA, KEY, call("POST", "/api/a?x=1b", "ody"));

        assertThat(List.of(query, body, moved)).allSatisfy(other -> {
            assertThat(identity(other)).isEqualTo(identity(call));
            assertThat(other.requestHash()).isNotEqualTo(call.requestHash());
        });
    }

    private static List<String> identity(CallName name) {
        return List.of(name.org(), name.user(), name.callHash());
    }

    private static Actor actor(String org, String user) {
        return new Actor(user, "Olga", new OrgId(org), Set.of(), Locale.US, ZoneId.of("UTC"));
    }

    private static RestApplication.Call call(String method, String path, String body) {
        URI base = URI.create("https://crm.example/");
        return new RestApplication.Call(
                method, base, base.resolve(path), Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
