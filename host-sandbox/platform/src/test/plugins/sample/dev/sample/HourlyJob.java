package dev.sample;

import dev.quittance.api.job.*;
import java.time.Duration;
import java.util.Optional;
import org.pf4j.Extension;

@Extension
public final class HourlyJob implements JobHandler {
    private final Notes notes;

    HourlyJob(Notes notes) { this.notes = notes; }

    @Override public String id() { return "sweep"; }
    @Override public Optional<Duration> every() { return Optional.of(Duration.ofHours(1)); }
    @Override public void run(JobRun run) { notes.write("o", "swept:" + run.key()); }
}
