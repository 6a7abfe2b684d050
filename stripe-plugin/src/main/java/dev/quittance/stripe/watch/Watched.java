package dev.quittance.stripe.watch;

import java.time.Duration;
import java.util.Locale;

/** What is watched, and from which age of its oldest on somebody is told. The names are stored: they never change. */
public enum Watched {
    /** Events that are stored and not taken in. Six tries, the last after ten minutes, have failed by then, or no worker works. */
    INBOX(Duration.ofMinutes(15)),

    /** Effects that are decided and have not left. Seven tries of the oldest have failed by then: no passing hiccup of a mail server. */
    OUTBOX(Duration.ofMinutes(30)),

    /** Calls whose outcome nobody knows. Four repetitions within twelve minutes and the first hourly one had no answer either. */
    UNKNOWN_CALLS(Duration.ofMinutes(75)),

    /** Events that were given up after all their tries: nothing but a person brings them on. */
    PARKED_EVENTS(Duration.ZERO),

    /** Where Stripe and the books disagree. Each is told when it is found; this reminds of those that nobody decided for a day. */
    DISCREPANCIES(Duration.ofDays(1)),

    /**
     * Events that we found ourselves and of which Stripe has told nothing since. What a moment's trouble loses, Stripe sends again within
     * the hour.
     */
    SILENCE(Duration.ofHours(1)),

    /** Effects that could not be delivered and are not tried any more: nothing but a person brings them on. */
    DEAD_LETTERS(Duration.ZERO),

    /** That all money is held, since this may be a copy or a restored backup: nothing but an admin's answer ends it. */
    HELD(Duration.ZERO);

    private final Duration limit;

    Watched(Duration limit) {
        this.limit = limit;
    }

    /** The age that the oldest may reach; zero where there should be none at all. */
    public Duration limit() {
        return limit;
    }

    /** As it is stored, and as figures are named. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Watched of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
