package dev.quittance.crm.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FormTokensTest {
    @Test
    void a_token_belongs_to_one_cookie_and_does_not_show_it() {
        String token = FormTokens.token("session-one");

        assertThat(token).isEqualTo(FormTokens.token("session-one"));
        assertThat(token).isNotEqualTo(FormTokens.token("session-two")).doesNotContain("session");
        assertThat(token).hasSize(43);
    }
}
