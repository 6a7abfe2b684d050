package dev.quittance.crm.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LocalPathTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/projects", "/project/42?after=1", "/x/stripe-payments/settings"})
    void a_path_within_the_crm_stays_as_it_is(String path) {
        assertThat(LocalPath.orHome(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "/\\evil.example",
                "\\/evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/\t/evil.example",
                "/a\r\nSet-Cookie: x=1",
                "projects",
                "/a\\b"
            })
    void whatever_could_lead_elsewhere_leads_home(String path) {
        assertThat(LocalPath.orHome(path)).isEqualTo("/");
    }
}
