package dev.quittance.stripe.watch;

import dev.quittance.api.PluginContext;
import dev.quittance.api.host.Notification;
import dev.quittance.api.ui.Target;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import dev.quittance.stripe.outbox.OutboxHandler;
import dev.quittance.stripe.outbox.OutboxOutcome;
import dev.quittance.stripe.outbox.OutboxRow;
import java.util.List;

/** Those who may change the payment settings learn what is past its limit, and when that is over. Thread-safe. */
final class WatchNotice implements OutboxHandler {
    /** Its detail: what, past or over, how many, and the minutes that the oldest waits. */
    static final String KIND = "watch_notice";

    private static final String SETTINGS = "stripe-payments.settings";
    private static final int PARTS = 4;

    private final PluginContext context;

    WatchNotice(PluginContext context) {
        this.context = context;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public OutboxOutcome deliver(OutboxRow row) {
        List<String> parts = List.of(row.detail().split("/", PARTS));
        Watched watched = Watched.of(parts.get(0));
        boolean isPast = parts.get(1).equals(Alarms.PAST);
        Text text = isPast ? WatchWords.past(watched, parts.get(2), parts.get(3)) : WatchWords.over(watched);
        context.notifications()
                .notify(new Notification(
                        row.dedupeKey(),
                        row.org(),
                        SETTINGS,
                        isPast ? Tone.WARNING : Tone.GOOD,
                        text,
                        Target.page(page(watched))));
        return OutboxOutcome.delivered();
    }

    private static String page(Watched watched) {
        return switch (watched) {
            case DISCREPANCIES -> "discrepancies";
            case DEAD_LETTERS -> "undelivered";
            case INBOX, OUTBOX, UNKNOWN_CALLS, PARKED_EVENTS, SILENCE, HELD -> "health";
        };
    }
}
