package dev.quittance.crm.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.crm.storage.Database;
import dev.quittance.crm.storage.Engine;
import dev.quittance.crm.storage.RowIds;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SignInsIT {
    private static final String ADDRESS = "203.0.113.9";

    private final MovingClock clock = new MovingClock();
    private final Passwords passwords = new Passwords(new SecureRandom());

    @ParameterizedTest
    @EnumSource(Engine.class)
    void login_and_password_together_let_in_and_nothing_else_does(Engine engine) {
        try (Database database = engine.open()) {
            SignIns signIns = signIns(database);

            assertThat(outcome(signIns.signIn(" Office@A.example ", "right", ADDRESS)))
                    .isEqualTo("office@a.example");
            assertThat(outcome(signIns.signIn("office@a.example", "wrong", ADDRESS)))
                    .isEqualTo("refused");
            assertThat(outcome(signIns.signIn("nobody@a.example", "right", ADDRESS)))
                    .isEqualTo("refused");
            assertThat(outcome(signIns.signIn("", "", ADDRESS))).isEqualTo("refused");
        }
    }

    @Test
    void guessing_is_stopped_for_a_while_even_with_the_right_password() {
        try (Database database = Engine.H2.open()) {
            SignIns signIns = signIns(database);
            for (int i = 0; i < SignIns.FAILURES_PER_LOGIN; i++) {
                assertThat(outcome(signIns.signIn("office@a.example", "guess " + i, "203.0.113." + i)))
                        .isEqualTo("refused");
            }

            assertThat(outcome(signIns.signIn("office@a.example", "right", ADDRESS)))
                    .isEqualTo("wait PT15M");
            clock.advance(Duration.ofMinutes(15));
            assertThat(outcome(signIns.signIn("office@a.example", "right", ADDRESS)))
                    .isEqualTo("office@a.example");
        }
    }

    private SignIns signIns(Database database) {
        People people = new People(database, clock);
        Organisation org = Somebody.organisation("a");
        people.addIfNew(org);
        assertThat(people.addIfNew(Somebody.user("office@a.example", Role.OFFICE, org), passwords.hash("right")))
                .isTrue();
        return new SignIns(database, people, passwords, clock, new RowIds(clock, new SecureRandom()));
    }

    private static String outcome(SignInResult result) {
        return result.fold(User::login, () -> "refused", wait -> "wait " + wait);
    }
}
