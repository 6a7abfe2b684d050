package dev.quittance.stripe.watch;

import dev.quittance.api.ui.Text;

/** What people read of what is watched. */
public final class WatchWords {
    private WatchWords() {}

    /** Its name in a list. */
    public static Text name(Watched watched) {
        return switch (watched) {
            case INBOX -> Text.of("watch.name.inbox", "Events not taken in yet");
            case OUTBOX -> Text.of("watch.name.outbox", "Mails and notices that have not left yet");
            case UNKNOWN_CALLS -> Text.of("watch.name.unknown_calls", "Calls to Stripe with an unknown outcome");
            case PARKED_EVENTS -> Text.of("watch.name.parked_events", "Events that were given up");
            case DISCREPANCIES -> Text.of("watch.name.discrepancies", "Differences from Stripe to be decided");
            case SILENCE -> Text.of("watch.name.silence", "Events that Stripe did not send");
            case DEAD_LETTERS -> Text.of("watch.name.dead_letters", "Mails and notices that were given up");
            case HELD -> Text.of("watch.name.held", "Money held: a copy or a restored backup");
        };
    }

    /** How long is too long. */
    public static Text limit(Watched watched) {
        long minutes = watched.limit().toMinutes();
        if (minutes == 0) {
            return Text.of("watch.limit.none", "at once");
        }
        return minutes % 60 == 0
                ? Text.of("watch.limit.hours", "after {0} h", minutes / 60)
                : Text.of("watch.limit.minutes", "after {0} min", minutes);
    }

    /** News of something past its limit: what is the matter, whether money is in danger, what to do. */
    static Text past(Watched watched, String count, String minutes) {
        return switch (watched) {
            case INBOX ->
                Text.of(
                        "watch.past.inbox",
                        "{0} events of Stripe wait, the oldest for {1} minutes. They are stored and nobody is charged twice, but payments "
                                + "may show late. Look at the line to Stripe.",
                        count,
                        minutes);
            case OUTBOX ->
                Text.of(
                        "watch.past.outbox",
                        "{0} mails or notices have not left, the oldest for {1} minutes. No payment is touched by it, and they are tried "
                                + "again by themselves. Check the mail server.",
                        count,
                        minutes);
            case UNKNOWN_CALLS ->
                Text.of(
                        "watch.past.unknown_calls",
                        "Stripe has not answered {0} calls, the oldest for {1} minutes. Nobody is charged twice: they are repeated under "
                                + "the same key. Check the key, see whether Stripe has trouble, and do not repeat them by hand.",
                        count,
                        minutes);
            case PARKED_EVENTS, DISCREPANCIES, SILENCE, DEAD_LETTERS, HELD -> forAPerson(watched, count, minutes);
        };
    }

    /** Of these nothing goes on by itself. */
    private static Text forAPerson(Watched watched, String count, String minutes) {
        return switch (watched) {
            case PARKED_EVENTS ->
                Text.of(
                        "watch.past.parked_events",
                        "{0} events were given up after ten tries. What they tell may be missing here. Open the line to Stripe, see why, "
                                + "and try them again.",
                        count);
            case DISCREPANCIES ->
                Text.of(
                        "watch.past.discrepancies",
                        "{0} differences from Stripe wait for a decision, the oldest for {1} minutes. Nothing was booked. Attach or "
                                + "ignore each.",
                        count,
                        minutes);
            case SILENCE ->
                Text.of(
                        "watch.past.silence",
                        "Stripe has not sent {0} events that were found by looking, the first {1} minutes ago. Nothing is lost, but "
                                + "payments show later. Send a test event, and repair the endpoint if it does not come.",
                        count,
                        minutes);
            case DEAD_LETTERS ->
                Text.of(
                        "watch.past.dead_letters",
                        "{0} mails or notices could not be delivered and are not tried any more. No payment is touched by it. See why on "
                                + "the line to Stripe, and send them again or give them up.",
                        count);
            case HELD ->
                Text.of(
                        "watch.past.held",
                        "This may be a copy or a restored backup, so refunds and mails about money wait. Nobody was charged or given "
                                + "anything. Open the line to Stripe and say which it is.");
            case INBOX, OUTBOX, UNKNOWN_CALLS -> throw new IllegalArgumentException(watched.id());
        };
    }

    /** News that it is over. */
    static Text over(Watched watched) {
        return switch (watched) {
            case INBOX ->
                Text.of("watch.over.inbox", "Events of Stripe are taken in at once again. There is nothing to do.");
            case OUTBOX -> Text.of("watch.over.outbox", "Mails and notices leave again. There is nothing to do.");
            case UNKNOWN_CALLS ->
                Text.of(
                        "watch.over.unknown_calls",
                        "Stripe has answered what was open for long. There is nothing to do.");
            case PARKED_EVENTS ->
                Text.of("watch.over.parked_events", "No event is given up any more. There is nothing to do.");
            case DISCREPANCIES ->
                Text.of(
                        "watch.over.discrepancies",
                        "No difference from Stripe waits for long any more. There is nothing to do.");
            case SILENCE -> Text.of("watch.over.silence", "Stripe sends events again. There is nothing to do.");
            case DEAD_LETTERS ->
                Text.of("watch.over.dead_letters", "No mail or notice is given up any more. There is nothing to do.");
            case HELD -> Text.of("watch.over.held", "Refunds and mails go out again. There is nothing to do.");
        };
    }
}
