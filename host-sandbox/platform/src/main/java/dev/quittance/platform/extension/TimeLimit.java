package dev.quittance.platform.extension;

import java.time.Duration;

/** How long a call into a plugin may take before its thread is interrupted. */
public enum TimeLimit {
    /** A page or an action: Stripe may take 20 s to answer, and people leave after half a minute. */
    PAGE(Duration.ofSeconds(25)),
    /** A small part of a host's page, which waits for it: a badge. */
    PART(Duration.ofSeconds(5)),
    /** A webhook: it only has to be stored. */
    WEBHOOK(Duration.ofSeconds(5)),
    /** A hook of another plugin's, while somebody waits for a page. */
    HOOK(Duration.ofSeconds(2)),
    /** Hearing of one event: real work goes into a job of the plugin's own. */
    EVENT(Duration.ofSeconds(30)),
    /** One run of a job. */
    JOB(Duration.ofMinutes(5)),
    /** Being built, enabled or disabled. */
    LIFECYCLE(Duration.ofSeconds(30));

    private final Duration duration;

    TimeLimit(Duration duration) {
        this.duration = duration;
    }

    /** The limit. */
    public Duration duration() {
        return duration;
    }
}
