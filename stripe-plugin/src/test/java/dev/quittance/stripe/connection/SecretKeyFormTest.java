package dev.quittance.stripe.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretKeyFormTest {
    @ParameterizedTest
    @ValueSource(strings = {"sk_test_51AbCdEf0123456789", "rk_test_51AbCdEf0123456789"})
    void a_secret_or_restricted_test_key_is_fine(String key) {
        assertThat(SecretKeyForm.fault(key)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', key_missing",
        "pk_test_51AbCdEf0123456789, key_publishable",
        "pk_live_51AbCdEf0123456789, key_publishable",
        "whsec_51AbCdEf0123456789, key_webhook_secret",
        "sk_live_51AbCdEf0123456789, key_live",
        "rk_live_51AbCdEf0123456789, key_live",
        "acct_1AbCdEf, key_malformed",
        "sk_test_, key_malformed",
        "sk_test_51AbC dEf0123456789, key_malformed",
        "SK_TEST_51AbCdEf0123456789, key_malformed",
        "a password, key_malformed",
    })
    void anything_else_is_named_for_what_it_is(String key, String code) {
        assertThat(SecretKeyForm.fault(key)).hasValueSatisfying(fault -> {
            assertThat(fault.code().value()).isEqualTo(code);
            assertThat(fault.reason().toString()).doesNotContain("51AbC");
        });
    }

    @Test
    void the_hint_shows_how_a_key_begins_and_ends() {
        assertThat(SecretKeyForm.hint("rk_test_51AbCdEf0123456789")).isEqualTo("rk_test_…6789");
    }
}
