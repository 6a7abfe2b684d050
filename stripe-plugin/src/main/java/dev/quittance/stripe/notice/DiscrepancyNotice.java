package dev.quittance.stripe.notice;

import dev.quittance.api.PluginContext;
import dev.quittance.api.host.Notification;
import dev.quittance.api.ui.Target;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import dev.quittance.stripe.outbox.OutboxHandler;
import dev.quittance.stripe.outbox.OutboxOutcome;
import dev.quittance.stripe.outbox.OutboxRow;
import dev.quittance.stripe.payment.Discrepancies;
import dev.quittance.stripe.payment.Discrepancy;

/** Those who may change the payment settings learn where Stripe and the books disagree. Once for each. Thread-safe. */
public final class DiscrepancyNotice implements OutboxHandler {
    /** The page on which it is decided. */
    public static final String PAGE = "discrepancies";

    private static final String SETTINGS = "stripe-payments.settings";

    private final PluginContext context;

    /** Notices in the context's host. */
    public DiscrepancyNotice(PluginContext context) {
        this.context = context;
    }

    @Override
    public String kind() {
        return Discrepancies.NOTICE_KIND;
    }

    @Override
    public OutboxOutcome deliver(OutboxRow row) {
        context.notifications()
                .notify(new Notification(
                        row.dedupeKey(), row.org(), SETTINGS, Tone.DANGER, text(row.detail()), Target.page(PAGE)));
        return OutboxOutcome.delivered();
    }

    private static Text text(String kind) {
        return switch (kind) {
            case Discrepancy.UNKNOWN_ATTEMPT ->
                Text.of(
                        "notice.paid_at_stripe_only",
                        "Stripe has something of ours that is not in the books. Look at it, and attach or ignore it.");
            case Discrepancy.NOT_AT_STRIPE ->
                Text.of(
                        "notice.paid_here_only",
                        "A payment is in the books that Stripe does not have. Compare it with Stripe. Nothing was changed.");
            case Discrepancy.STILL_OPEN ->
                Text.of(
                        "notice.difference_open",
                        "A difference between Stripe and the books is open for more than a day. Nothing was changed. Compare it with "
                                + "Stripe, then decide it on the page of differences.");
            default ->
                Text.of(
                        "notice.differs",
                        "Stripe and the books disagree ({0}). Nothing was booked. Compare it with Stripe.",
                        kind);
        };
    }
}
