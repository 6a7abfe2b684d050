package dev.quittance.crm.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

final class PasswordsTest {
    private final Passwords passwords = new Passwords(new SecureRandom());

    @Test
    void a_hash_says_how_it_was_made_and_matches_its_password_alone() {
        String hash = passwords.hash("grün 123 \uD83D\uDD11");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("123 ");
        assertThat(passwords.matches("grün 123 \uD83D\uDD11", hash)).isTrue();
        assertThat(passwords.matches("grun 123 \uD83D\uDD11", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
    }

    @Test
    void two_hashes_of_one_password_differ() {
        assertThat(passwords.hash("same")).isNotEqualTo(passwords.hash("same"));
    }

    @Test
    void a_password_without_end_is_refused_unhashed() {
        String endless = "x".repeat(Passwords.MAX_LENGTH + 1);

        assertThat(passwords.matches(endless, passwords.hash(endless))).isFalse();
    }
}
