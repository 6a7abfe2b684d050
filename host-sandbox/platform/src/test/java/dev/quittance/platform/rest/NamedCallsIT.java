package dev.quittance.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.quittance.platform.migration.Migrations;
import dev.quittance.platform.sample.TestClock;
import dev.quittance.platform.sample.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With time standing still. */
final class NamedCallsIT {
    private final TestClock clock = new TestClock();
    private final AtomicInteger done = new AtomicInteger();

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_answer_is_forgotten_after_a_day(TestDatabase database) throws Exception {
        try (HikariDataSource pool = migrated(database)) {
            NamedCalls calls = new NamedCalls(pool, "platform", clock);
            calls.answer(name("u", "k"), this::act);
            clock.move(Duration.ofHours(24).minusSeconds(1));
            calls.forgetOld();
            assertThat(text(calls.answer(name("u", "k"), this::act))).isEqualTo("1");

            clock.move(Duration.ofSeconds(1));
            assertThat(text(calls.answer(name("u", "k"), this::act))).isEqualTo("2");
            clock.move(Duration.ofHours(24));
            calls.forgetOld();
            assertThat(new NamedCallRepository(pool, "platform").findLive(name("u", "k"), java.time.Instant.EPOCH))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_call_whose_host_died_before_the_answer_was_kept_is_passed_on_again_after_a_minute(TestDatabase database)
            throws Exception {
        try (HikariDataSource pool = migrated(database)) {
            NamedCalls calls = new NamedCalls(pool, "platform", clock);
            new NamedCallRepository(pool, "platform")
                    .begin(
                            name("u", "k"),
                            "dead",
                            clock.instant(),
                            clock.instant().plusSeconds(60),
                            clock.instant().plusSeconds(3600));

            assertThat(calls.answer(name("u", "k"), this::act).status()).isEqualTo(409);
            clock.move(Duration.ofSeconds(60));
            assertThat(text(calls.answer(name("u", "k"), this::act))).isEqualTo("1");
            assertThat(text(calls.answer(name("u", "k"), this::act))).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_call_that_ends_in_an_error_of_the_hosts_can_be_tried_again_at_once(TestDatabase database) throws Exception {
        try (HikariDataSource pool = migrated(database)) {
            NamedCalls calls = new NamedCalls(pool, "platform", clock);
            Supplier<RestApplication.Answer> failing = () -> {
                throw new IllegalStateException("host");
            };
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> calls.answer(name("u", "k"), failing))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(text(calls.answer(name("u", "k"), this::act))).isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_user_has_a_thousand_keys_a_day(TestDatabase database) throws Exception {
        try (HikariDataSource pool = migrated(database)) {
            NamedCalls calls = new NamedCalls(pool, "platform", clock);
            for (int i = 0; i < 1000; i++) {
                calls.answer(name("u", "k" + i), this::act);
            }

            assertThat(calls.answer(name("u", "one-more"), this::act).status()).isEqualTo(429);
            assertThat(text(calls.answer(name("u", "k7"), this::act))).isEqualTo("8");
            assertThat(calls.answer(name("v", "one-more"), this::act).status()).isEqualTo(201);
            clock.move(Duration.ofHours(24));
            assertThat(calls.answer(name("u", "one-more"), this::act).status()).isEqualTo(201);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_same_key_is_another_call_for_another_organisation_user_or_address(TestDatabase database) throws Exception {
        try (HikariDataSource pool = migrated(database)) {
            NamedCalls calls = new NamedCalls(pool, "platform", clock);

            assertThat(text(calls.answer(new CallName("o", "u", "c", "r"), this::act)))
                    .isEqualTo("1");
            assertThat(text(calls.answer(new CallName("p", "u", "c", "r"), this::act)))
                    .isEqualTo("2");
            assertThat(text(calls.answer(new CallName("o", "v", "c", "r"), this::act)))
                    .isEqualTo("3");
            assertThat(text(calls.answer(new CallName("o", "u", "d", "r"), this::act)))
                    .isEqualTo("4");
            assertThat(text(calls.answer(new CallName("o", "u", "c", "r"), this::act)))
                    .isEqualTo("1");
            assertThat(calls.answer(new CallName("o", "u", "c", "s"), this::act).status())
                    .isEqualTo(422);
        }
    }

    private RestApplication.Answer act() {
        byte[] body = String.valueOf(done.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
        return new RestApplication.Answer(201, Map.of("Content-Type", List.of("text/plain")), body);
    }

    private static CallName name(String user, String key) {
        return new CallName("o", user, key, "request");
    }

    private static String text(RestApplication.Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static HikariDataSource migrated(TestDatabase database) throws SQLException {
        HikariDataSource pool = database.open();
        new Migrations(pool, "").migrateOwn();
        return pool;
    }
}
