package dev.quittance.crm.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

final class CookiesTest {
    @Test
    void on_https_a_cookie_is_this_hosts_alone_and_secure() {
        assertThat(new Cookies(URI.create("https://crm.example")).session("abc"))
                .isEqualTo("__Host-crm_session=abc; Path=/; HttpOnly; SameSite=Lax; Secure");
    }

    @Test
    void on_plain_http_it_has_another_name_with_the_port_and_is_not_secure() {
        assertThat(new Cookies(URI.create("http://localhost:8080")).session("abc"))
                .isEqualTo("crm_session_8080=abc; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    void signing_out_makes_the_browser_forget() {
        assertThat(new Cookies(URI.create("https://crm.example")).noSession())
                .contains("=;")
                .endsWith("; Max-Age=0");
    }
}
