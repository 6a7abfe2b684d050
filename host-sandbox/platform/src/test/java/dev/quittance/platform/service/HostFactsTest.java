package dev.quittance.platform.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HostFactsTest {
    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:/data/db/crm;MODE=PostgreSQL, jdbc:h2:file:/data/db/crm",
        "jdbc:postgresql://db:5432/crm?user=crm&password=secret, jdbc:postgresql://db:5432/crm",
        "jdbc:postgresql://crm:secret@db/crm, jdbc:postgresql://db/crm",
        "jdbc:h2:mem:one, jdbc:h2:mem:one"
    })
    void a_database_is_named_without_parameters_and_passwords(String url, String address) {
        assertThat(HostFacts.addressOf(url)).isEqualTo(address);
    }
}
