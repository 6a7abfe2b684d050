package dev.quittance.stripe.notice;

import dev.quittance.api.PluginContext;
import dev.quittance.api.host.Notification;
import dev.quittance.api.ui.Target;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import dev.quittance.stripe.operation.Operation;
import dev.quittance.stripe.operation.OperationAlarm;
import dev.quittance.stripe.outbox.Outbox;
import dev.quittance.stripe.outbox.OutboxEntry;
import dev.quittance.stripe.outbox.OutboxHandler;
import dev.quittance.stripe.outbox.OutboxOutcome;
import dev.quittance.stripe.outbox.OutboxRow;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who may change the payment settings learn that a call to Stripe needs a person. Once for each call. Thread-safe. */
public final class OperationAlarms implements OperationAlarm, OutboxHandler {
    /** The page that shows the call. */
    public static final String PAGE = "health";

    private static final Logger LOG = LoggerFactory.getLogger(OperationAlarms.class);
    private static final String KIND = "operation_alarm";
    private static final String SETTINGS = "stripe-payments.settings";

    private final PluginContext context;
    private final Outbox outbox;

    /** Alarms by way of this outbox. */
    public OperationAlarms(PluginContext context, Outbox outbox) {
        this.context = context;
        this.outbox = outbox;
    }

    @Override
    public void quarantined(DSLContext tx, Operation operation) {
        boolean isNew = outbox.addIfNew(
                tx,
                new OutboxEntry(
                        operation.org(),
                        KIND + "/" + operation.operationId(),
                        KIND,
                        operation.operationId(),
                        operation.errorCode(),
                        context.clock().instant()));
        LOG.warn("operation {} needs a person ({}), told: {}", operation.operationId(), operation.errorCode(), isNew);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public OutboxOutcome deliver(OutboxRow row) {
        context.notifications()
                .notify(new Notification(
                        row.dedupeKey(),
                        row.org(),
                        SETTINGS,
                        Tone.DANGER,
                        Text.of(
                                "notice.operation_quarantined",
                                "Nobody can tell what became of a call to Stripe ({0}). It is not sent again. Compare it with Stripe.",
                                row.detail()),
                        Target.page(PAGE)));
        return OutboxOutcome.delivered();
    }
}
