package dev.quittance.stripe.webhook;

import java.time.Duration;

/** An event cannot be judged now for a reason that is not its own: it is tried again, and the try does not count. */
public final class NotNow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration pause;

    /**
     * Not now.
     *
     * @param reason why, without content
     * @param pause when to come again
     */
    public NotNow(String reason, Duration pause) {
        super(reason);
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }
}
