package dev.quittance.crm.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class DatabaseAddressTest {
    @Test
    void an_embedded_database_speaks_as_postgresql_does_and_keeps_what_it_confirmed() {
        String address = DatabaseAddress.complete(DatabaseAddress.embedded(Path.of("/data/db")));

        assertThat(address)
                .startsWith("jdbc:h2:file:/data/db/crm;")
                .contains(";MODE=PostgreSQL", ";DATABASE_TO_LOWER=TRUE", ";DEFAULT_NULL_ORDERING=HIGH")
                .contains(";WRITE_DELAY=0", ";DB_CLOSE_ON_EXIT=FALSE");
    }

    @Test
    void what_the_address_says_already_is_not_said_twice() {
        assertThat(DatabaseAddress.complete("jdbc:h2:mem:x;mode=PostgreSQL"))
                .isEqualTo("jdbc:h2:mem:x;mode=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;USER=sa");
    }

    @Test
    void postgresql_is_left_as_it_is_and_another_database_is_refused() {
        assertThat(DatabaseAddress.complete("jdbc:postgresql://db/crm?user=crm"))
                .isEqualTo("jdbc:postgresql://db/crm?user=crm");
        assertThatThrownBy(() -> DatabaseAddress.complete("jdbc:mysql://db/crm"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PostgreSQL");
    }

    @Test
    void a_schema_prefix_that_could_be_sql_is_refused() {
        assertThatThrownBy(() -> Database.open("jdbc:h2:mem:never", "x; drop schema"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
