package dev.quittance.crm.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.crm.storage.Database;
import dev.quittance.crm.storage.Engine;
import dev.quittance.crm.storage.RowIds;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FailuresIT {
    private static final int LIMIT = 3;

    private final MovingClock clock = new MovingClock();

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_key_waits_from_its_limit_on_until_its_oldest_failure_is_forgotten(Engine engine) {
        try (Database database = engine.open()) {
            Failures one = failures(database);
            Failures otherNode = failures(database);
            assertThat(one.note("a", LIMIT).pause()).isZero();
            clock.advance(Duration.ofMinutes(5));
            assertThat(otherNode.note("a", LIMIT).pause()).isZero();
            assertThat(one.note("a", LIMIT).pause()).isZero();

            assertThat(otherNode.note("a", LIMIT).pause()).isEqualTo(Duration.ofMinutes(10));
            assertThat(one.note("b", LIMIT).pause()).isZero();
            clock.advance(Duration.ofMinutes(10));
            assertThat(one.note("a", LIMIT).pause()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void success_forgets_the_failures_before_it(Engine engine) {
        try (Database database = engine.open()) {
            Failures failures = failures(database);
            for (int i = 0; i < LIMIT; i++) {
                assertThat(failures.note("a", LIMIT).pause()).isZero();
            }
            failures.forget("a");
            assertThat(failures.note("a", LIMIT).pause()).isZero();
            assertThat(failures.note("a", LIMIT).pause()).isZero();
        }
    }

    private Failures failures(Database database) {
        return new Failures(database, clock, new RowIds(clock, new SecureRandom()));
    }
}
