package dev.quittance.trials.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AgendaTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final VirtualClock clock = new VirtualClock(NOON);
    private final Agenda agenda = new Agenda(clock, new Dice(1));
    private final List<String> happened = new ArrayList<>();

    @Test
    void what_is_due_earlier_happens_earlier() {
        agenda.after(Duration.ofMinutes(2), () -> happened.add("second at " + clock.instant()));
        agenda.after(Duration.ofMinutes(1), () -> happened.add("first at " + clock.instant()));

        agenda.runUntil(NOON.plusSeconds(600));

        assertThat(happened).containsExactly("first at 2026-11-21T12:01:00Z", "second at 2026-11-21T12:02:00Z");
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(600));
    }

    @Test
    void what_lies_beyond_the_end_does_not_happen() {
        agenda.after(Duration.ofHours(1), () -> happened.add("too early"));

        agenda.runUntil(NOON.plusSeconds(60));

        assertThat(happened).isEmpty();
    }

    @Test
    void the_seed_decides_the_order_of_one_moment() {
        Set<String> orders = new HashSet<>();
        for (long seed = 0; seed < 40; seed++) {
            orders.add(orderOfOneMoment(seed));
        }

        assertThat(orders).hasSize(6);
        assertThat(orderOfOneMoment(5)).isEqualTo(orderOfOneMoment(5));
    }

    private static String orderOfOneMoment(long seed) {
        StringBuilder order = new StringBuilder();
        Agenda agenda = new Agenda(new VirtualClock(NOON), new Dice(seed));
        for (String name : List.of("a", "b", "c")) {
            agenda.at(NOON, () -> order.append(name));
        }
        agenda.runUntil(NOON);
        return order.toString();
    }

    @Test
    void a_waiting_call_lets_other_things_happen_but_not_too_deep() {
        Frames frames = new Frames(clock, agenda);
        Lifeline life = new Lifeline();
        agenda.after(Duration.ofSeconds(1), () -> nested(frames, life, "one"));
        agenda.after(Duration.ofSeconds(2), () -> nested(frames, life, "two"));
        agenda.after(Duration.ofSeconds(3), () -> nested(frames, life, "three"));

        nested(frames, life, "outer");

        assertThat(happened)
                .containsExactly(
                        "outer begins",
                        "one begins",
                        "two begins",
                        "two ends",
                        "three begins",
                        "three ends",
                        "one ends",
                        "outer ends");
    }

    /** Each call waits ten seconds; three at once is the limit. */
    private void nested(Frames frames, Lifeline life, String name) {
        frames.enter(new CallFrame(name, 0));
        happened.add(name + " begins");
        frames.waitFor(Duration.ofSeconds(10), life);
        happened.add(name + " ends");
        frames.leave();
    }
}
