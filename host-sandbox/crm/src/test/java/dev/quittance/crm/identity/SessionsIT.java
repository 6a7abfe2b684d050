package dev.quittance.crm.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.crm.storage.Database;
import dev.quittance.crm.storage.Engine;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SessionsIT {
    private final MovingClock clock = new MovingClock();
    private final User user = Somebody.user("office@a.example", Role.OFFICE, Somebody.organisation("a"));

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_session_is_its_users_until_it_is_closed(Engine engine) {
        try (Database database = engine.open()) {
            Sessions sessions = sessions(database);
            String id = sessions.open(user);
            String other = sessions.open(user);

            assertThat(sessions.resume(id)).contains(user);
            assertThat(sessions.resume(id + "x")).isEmpty();
            assertThat(other).isNotEqualTo(id).hasSizeGreaterThan(40);
            sessions.close(id);
            assertThat(sessions.resume(id)).isEmpty();
            assertThat(sessions.resume(other)).contains(user);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_session_ends_when_nobody_uses_it_and_at_the_latest_after_its_day(Engine engine) {
        try (Database database = engine.open()) {
            Sessions sessions = sessions(database);
            String used = sessions.open(user);
            String idle = sessions.open(user);

            Duration step = Sessions.IDLE_LIMIT.minusMinutes(1);
            clock.advance(step);
            assertThat(sessions.resume(used)).isPresent();
            clock.advance(Duration.ofMinutes(1));
            assertThat(sessions.resume(idle)).isEmpty();
            assertThat(sessions.resume(used)).isPresent();
            clock.advance(Duration.ofMinutes(1));
            assertThat(sessions.resume(used)).isPresent();
            for (Duration age = Sessions.IDLE_LIMIT.plusMinutes(1);
                    age.plus(step).compareTo(Sessions.ABSOLUTE_LIMIT) < 0; ) {
                clock.advance(step);
                age = age.plus(step);
                assertThat(sessions.resume(used)).as("after " + age).isPresent();
            }
            clock.advance(step);
            assertThat(sessions.resume(used)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_database_holds_no_session_id(Engine engine) {
        try (Database database = engine.open()) {
            Sessions sessions = sessions(database);
            String id = sessions.open(user);

            List<String> kept = database.read(sql -> sql.select(DSL.field(DSL.name("session_hash"), String.class))
                    .from(DSL.table(DSL.name("user_session")))
                    .fetch(DSL.field(DSL.name("session_hash"), String.class)));

            assertThat(kept).hasSize(1).doesNotContain(id).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
        }
    }

    private Sessions sessions(Database database) {
        People people = new People(database, clock);
        people.addIfNew(user.org());
        people.addIfNew(user, "unused");
        return new Sessions(database, clock, new SecureRandom());
    }
}
