package dev.quittance.trials.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DiceTest {
    @Test
    void a_seed_gives_the_same_numbers_everywhere() {
        Dice dice = new Dice(1);

        assertThat(List.of(dice.nextLong(), dice.nextLong()))
                .as("SplitMix64 after one mixing of the seed; pinned, since every hash of a trace depends on it")
                .containsExactly(6791897765849424158L, -1041056189838986770L);
    }

    @Test
    void dice_of_one_name_do_not_hear_of_throws_of_another() {
        Dice calm = new Dice(7);
        Dice busy = new Dice(7);
        Stream.generate(busy.named("faults")::nextLong).limit(100).forEach(number -> {});
        busy.nextLong();

        assertThat(busy.named("agenda").nextLong())
                .isEqualTo(calm.named("agenda").nextLong());
        assertThat(calm.named("agenda").nextLong())
                .isNotEqualTo(calm.named("faults").nextLong());
    }

    @Test
    void throws_stay_in_their_bounds() {
        Dice dice = new Dice(3);
        Duration least = Duration.ofSeconds(2);
        Duration most = Duration.ofSeconds(5);

        for (int i = 0; i < 1_000; i++) {
            assertThat(dice.below(6)).isBetween(0, 5);
            assertThat(dice.between(least, most)).isBetween(least, most);
            assertThat(dice.heavyTail(least, 3)).isBetween(least, least.multipliedBy(16));
        }
    }

    @Test
    void a_rate_is_met_about_as_often_as_it_says() {
        Dice dice = new Dice(11);

        long met = Stream.generate(() -> dice.happens(1_000))
                .limit(10_000)
                .filter(hit -> hit)
                .count();

        assertThat(met).isBetween(900L, 1_100L);
    }
}
