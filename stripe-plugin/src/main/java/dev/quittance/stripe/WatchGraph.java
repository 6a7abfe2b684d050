package dev.quittance.stripe;

import dev.quittance.api.PluginContext;
import dev.quittance.stripe.audit.AuditTrail;
import dev.quittance.stripe.checkout.Checkouts;
import dev.quittance.stripe.connection.EndpointCare;
import dev.quittance.stripe.health.AuditPage;
import dev.quittance.stripe.health.DeadLetterPage;
import dev.quittance.stripe.health.HealthPage;
import dev.quittance.stripe.health.TestEvents;
import dev.quittance.stripe.hold.HoldBlocks;
import dev.quittance.stripe.hold.Holds;
import dev.quittance.stripe.letter.Letters;
import dev.quittance.stripe.notice.ReturnedMails;
import dev.quittance.stripe.operation.OperationReview;
import dev.quittance.stripe.outbox.DeadLetters;
import dev.quittance.stripe.outbox.Outbox;
import dev.quittance.stripe.outbox.OutboxHandler;
import dev.quittance.stripe.payment.Payments;
import dev.quittance.stripe.payout.BalanceAccess;
import dev.quittance.stripe.request.RequestMails;
import dev.quittance.stripe.storage.Database;
import dev.quittance.stripe.watch.Watch;
import dev.quittance.stripe.webhook.Inbox;
import java.util.List;
import org.pf4j.ExtensionPoint;

/**
 * The part of the object graph by which people see how the work fares, and are told.
 *
 * @param services what a checkout stands on
 */
record WatchGraph(
        PluginContext context, Database database, Outbox outbox, Checkouts.Services services, Payments payments) {
    List<ExtensionPoint> extensions(Holds holds) {
        Watch watch = watch();
        AuditTrail trail = new AuditTrail(context, database);
        return List.of(
                new HealthPage(new HealthPage.Services(
                        services.connections(),
                        care(),
                        new Inbox(context, database),
                        new OperationReview(context, database),
                        new TestEvents(context, database, services.operations()),
                        watch,
                        context.clock(),
                        new BalanceAccess(database),
                        new HoldBlocks(holds))),
                new ReturnedMails(context, database, outbox, mails()),
                new DeadLetterPage(new DeadLetters(context, database, outbox)),
                new AuditPage(trail),
                holds.panel(),
                holds.job(),
                trail.job(),
                watch.job());
    }

    /** The notices of what is watched, and these. */
    List<OutboxHandler> with(OutboxHandler alarms) {
        return List.of(alarms, watch().notices());
    }

    /** What becomes of mails. */
    RequestMails mails() {
        return new RequestMails(context, services.timeline(), new Letters(database));
    }

    private EndpointCare care() {
        return new EndpointCare(context, database, services.operations());
    }

    private Watch watch() {
        return new Watch(
                context,
                database,
                new Watch.Services(
                        services.connections(),
                        care(),
                        new Inbox(context, database),
                        outbox,
                        new OperationReview(context, database),
                        payments.discrepancies(),
                        services.operations()));
    }
}
