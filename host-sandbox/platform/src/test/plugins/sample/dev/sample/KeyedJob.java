package dev.sample;

import dev.quittance.api.job.*;
import org.pf4j.Extension;

@Extension
public final class KeyedJob implements JobHandler {
    private final Notes notes;

    KeyedJob(Notes notes) { this.notes = notes; }

    @Override public String id() { return "keyed"; }

    @Override
    public void run(JobRun run) {
        notes.write("o", "ran:" + run.key() + ":" + run.attempt());
        if (run.key().startsWith("fail") && run.attempt() < 2) {
            throw new IllegalStateException("try again");
        }
    }
}
