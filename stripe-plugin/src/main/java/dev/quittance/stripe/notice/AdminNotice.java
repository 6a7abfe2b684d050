package dev.quittance.stripe.notice;

import dev.quittance.api.PluginContext;
import dev.quittance.api.host.Notification;
import dev.quittance.api.ui.Target;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import dev.quittance.stripe.outbox.OutboxHandler;
import dev.quittance.stripe.outbox.OutboxOutcome;
import dev.quittance.stripe.outbox.OutboxRow;
import dev.quittance.stripe.request.Readiness;

/** Those who may change the payment settings learn that a colleague waits for them. Thread-safe. */
public final class AdminNotice implements OutboxHandler {
    private static final String SETTINGS = "stripe-payments.settings";

    private final PluginContext context;

    /** Notices in the context's host. */
    public AdminNotice(PluginContext context) {
        this.context = context;
    }

    @Override
    public String kind() {
        return Readiness.ASK_KIND;
    }

    @Override
    public OutboxOutcome deliver(OutboxRow row) {
        int slash = row.detail().indexOf('/');
        String asker = row.detail().substring(slash + 1);
        Text text = row.detail().startsWith("not_connected/")
                ? Text.of("notice.asked_to_connect", "{0} asks you to connect Stripe: customers cannot pay.", asker)
                : Text.of(
                        "notice.asked_to_mend",
                        "{0} asks you to look at the Stripe settings: customers cannot pay.",
                        asker);
        context.notifications()
                .notify(new Notification(
                        row.dedupeKey(), row.org(), SETTINGS, Tone.WARNING, text, Target.page("settings")));
        return OutboxOutcome.delivered();
    }
}
