package dev.quittance.crm.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.quittance.crm.identity.MovingClock;
import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.identity.Passwords;
import dev.quittance.crm.identity.People;
import dev.quittance.crm.identity.Role;
import dev.quittance.crm.identity.Sessions;
import dev.quittance.crm.identity.SignedIn;
import dev.quittance.crm.identity.Somebody;
import dev.quittance.crm.identity.Staff;
import dev.quittance.crm.identity.User;
import dev.quittance.crm.storage.Database;
import dev.quittance.crm.storage.Engine;
import dev.quittance.crm.storage.RowIds;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens and sessions, and who takes them away. */
final class TokensIT {
    private static final Organisation HERE = Somebody.organisation("here");
    private static final User ADA = Somebody.user("ada@here.example", Role.ADMIN, HERE);
    private static final User TOM = Somebody.user("tom@here.example", Role.OFFICE, HERE);
    private static final User STRANGER = Somebody.user("x@there.example", Role.ADMIN, Somebody.organisation("there"));

    private final MovingClock clock = new MovingClock();
    private final SecureRandom random = new SecureRandom();
    private final Passwords passwords = new Passwords(random);

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_token_lets_its_user_in_until_it_is_revoked_and_is_kept_nowhere(Engine engine) {
        try (Database database = engine.open()) {
            Tokens tokens = tokens(database);
            String token = tokens.make(TOM, "Export").orElseThrow();
            assertThat(token).matches("qt_[0-9a-f]{40}");
            assertThat(tokens.listOf(TOM).get(0).lastUsedAt()).isEmpty();

            assertThat(tokens.resume(token)).contains(TOM);
            assertThat(tokens.resume(token + "0")).isEmpty();
            assertThat(tokens.resume("qt_" + "0".repeat(40))).isEmpty();
            assertThat(tokens.listOf(TOM).get(0).lastUsedAt()).contains(clock.instant());
            String kept = database.read(sql -> sql.select(DSL.field(DSL.name("token_hash"), String.class))
                    .from(DSL.table(DSL.name("api_token")))
                    .fetchSingle()
                    .value1());
            assertThat(kept).doesNotContain(token.substring(3)).matches("[0-9a-f]{64}");

            String id = tokens.listOf(TOM).get(0).id().toString();
            assertThat(tokens.revoke(ADA, id)).isFalse();
            assertThat(tokens.revoke(TOM, id)).isTrue();
            assertThat(tokens.resume(token)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nobody_has_more_tokens_than_they_can_know(Engine engine) {
        try (Database database = engine.open()) {
            Tokens tokens = tokens(database);
            for (int i = 0; i < Tokens.MOST; i++) {
                assertThat(tokens.make(TOM, "Token " + i)).isPresent();
            }

            assertThat(tokens.make(TOM, "One more")).isEmpty();
            assertThat(tokens.make(ADA, "Another's")).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoever_is_deactivated_is_out_at_once_with_their_programs(Engine engine) {
        try (Database database = engine.open()) {
            Tokens tokens = tokens(database);
            Staff staff = new Staff(database, passwords, clock);
            Sessions sessions = new Sessions(database, clock, random);
            String token = tokens.make(TOM, "Export").orElseThrow();
            String session = sessions.open(TOM);

            assertThat(staff.setActive(STRANGER, TOM.id().toString(), false)).isFalse();
            assertThat(staff.setActive(ADA, ADA.id().toString(), false)).isFalse();
            assertThat(staff.setActive(ADA, TOM.id().toString(), false)).isTrue();

            assertThat(tokens.resume(token)).isEmpty();
            assertThat(sessions.resume(session)).isEmpty();
            assertThat(staff.list(HERE.id()))
                    .extracting(Staff.Colleague::active)
                    .containsExactly(true, false);
            assertThat(staff.setActive(ADA, TOM.id().toString(), true)).isTrue();
            assertThat(sessions.resume(session)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void an_admin_adds_users_and_changes_others_roles_but_not_their_own(Engine engine) {
        try (Database database = engine.open()) {
            tokens(database);
            Staff staff = new Staff(database, passwords, clock);
            User nils = Somebody.user("Nils@Here.example", Role.TECHNICIAN, HERE);

            assertThat(staff.add(nils, "a few words")).isTrue();
            assertThat(staff.add(Somebody.user("nils@here.example", Role.ADMIN, HERE), "a few words"))
                    .isFalse();
            assertThat(staff.changeRole(ADA, nils.id().toString(), Role.OFFICE)).isTrue();
            assertThat(staff.changeRole(ADA, ADA.id().toString(), Role.OFFICE)).isFalse();
            assertThat(staff.changeRole(STRANGER, nils.id().toString(), Role.ADMIN))
                    .isFalse();

            assertThat(staff.list(HERE.id()))
                    .filteredOn(one -> one.id().equals(nils.id()))
                    .extracting(Staff.Colleague::login, Staff.Colleague::role)
                    .containsExactly(tuple("nils@here.example", Role.OFFICE));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void users_see_their_own_sessions_and_end_one_or_all(Engine engine) {
        try (Database database = engine.open()) {
            tokens(database);
            Sessions sessions = new Sessions(database, clock, random);
            String phone = sessions.open(TOM, "Safari on iPhone");
            clock.advance(Duration.ofMinutes(1));
            String desk = sessions.open(TOM, "Firefox on Linux");
            String other = sessions.open(ADA, "Chrome on Mac");

            List<SignedIn> seen = sessions.listOf(TOM, desk);
            assertThat(seen).extracting(SignedIn::device).containsExactly("Firefox on Linux", "Safari on iPhone");
            assertThat(seen).extracting(SignedIn::here).containsExactly(true, false);
            assertThat(sessions.closeOne(ADA, seen.get(1).handle())).isFalse();
            assertThat(sessions.closeOne(TOM, seen.get(1).handle())).isTrue();
            assertThat(sessions.resume(phone)).isEmpty();

            sessions.closeAll(TOM);
            assertThat(sessions.resume(desk)).isEmpty();
            assertThat(sessions.resume(other)).contains(ADA);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_new_password_ends_every_session_and_the_old_one_is_worth_nothing(Engine engine) {
        try (Database database = engine.open()) {
            tokens(database);
            Staff staff = new Staff(database, passwords, clock);
            Sessions sessions = new Sessions(database, clock, random);
            String session = sessions.open(TOM);

            staff.changePassword(TOM, "another password");

            assertThat(sessions.resume(session)).isEmpty();
            assertThat(staff.isPassword(TOM, "another password")).isTrue();
            assertThat(staff.isPassword(TOM, "first password")).isFalse();
        }
    }

    private Tokens tokens(Database database) {
        People people = new People(database, clock);
        people.addIfNew(HERE);
        people.addIfNew(ADA, passwords.hash("first password"));
        people.addIfNew(TOM, passwords.hash("first password"));
        return new Tokens(database, people, clock, new RowIds(clock, random), random);
    }
}
