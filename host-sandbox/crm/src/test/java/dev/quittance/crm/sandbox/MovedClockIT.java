package dev.quittance.crm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MovedClockIT {
    @TempDir
    Path folder;

    @Test
    void time_is_as_far_ahead_as_the_file_says_at_each_look() throws IOException {
        Path file = folder.resolve("clock");
        MovedClock clock = new MovedClock(file);
        assertThat(ahead(clock)).isEqualTo(Duration.ZERO);

        Files.writeString(file, "P30D\n");
        assertThat(ahead(clock)).isEqualTo(Duration.ofDays(30));
        assertThat(Duration.between(
                                clock.instant(), clock.withZone(ZoneOffset.MAX).instant())
                        .toHours())
                .isZero();

        Files.writeString(file, "PT");
        assertThat(ahead(clock)).isEqualTo(Duration.ofDays(30));
        Files.delete(file);
        assertThat(ahead(clock)).isEqualTo(Duration.ZERO);
    }

    private static Duration ahead(MovedClock clock) {
        return Duration.ofDays(
                Duration.between(Instant.now(), clock.instant()).plusHours(12).toDays());
    }
}
