package dev.quittance.stripe;

import dev.quittance.api.PluginContext;
import dev.quittance.api.job.JobHandler;
import dev.quittance.stripe.checkout.ChargeEvents;
import dev.quittance.stripe.checkout.CheckoutSessions;
import dev.quittance.stripe.checkout.Checkouts;
import dev.quittance.stripe.checkout.IntentEvents;
import dev.quittance.stripe.checkout.PayPage;
import dev.quittance.stripe.checkout.SessionEvents;
import dev.quittance.stripe.checkout.SessionExpiry;
import dev.quittance.stripe.checkout.SessionRefresh;
import dev.quittance.stripe.connection.ConnectedAccounts;
import dev.quittance.stripe.connection.Connections;
import dev.quittance.stripe.connection.EndpointCare;
import dev.quittance.stripe.connection.EndpointRetirement;
import dev.quittance.stripe.connection.EndpointSubscription;
import dev.quittance.stripe.connection.WebhookRegistration;
import dev.quittance.stripe.dispute.DisputeBooks;
import dev.quittance.stripe.document.Documents;
import dev.quittance.stripe.gateway.StripeBalances;
import dev.quittance.stripe.gateway.StripeGateway;
import dev.quittance.stripe.health.TestEffect;
import dev.quittance.stripe.hold.Holds;
import dev.quittance.stripe.installation.Installations;
import dev.quittance.stripe.ledger.Ledger;
import dev.quittance.stripe.ledger.RecordBalances;
import dev.quittance.stripe.letter.Letters;
import dev.quittance.stripe.notice.AdminNotice;
import dev.quittance.stripe.notice.BounceNotice;
import dev.quittance.stripe.notice.DiscrepancyNotice;
import dev.quittance.stripe.notice.OperationAlarms;
import dev.quittance.stripe.notice.RequestMail;
import dev.quittance.stripe.operation.OperationEffect;
import dev.quittance.stripe.operation.Operations;
import dev.quittance.stripe.outbox.Outbox;
import dev.quittance.stripe.outbox.OutboxHandler;
import dev.quittance.stripe.payment.Attempts;
import dev.quittance.stripe.payment.Marks;
import dev.quittance.stripe.payment.Payments;
import dev.quittance.stripe.payment.RequestOverviews;
import dev.quittance.stripe.payout.BalanceSweep;
import dev.quittance.stripe.payout.PayoutsPage;
import dev.quittance.stripe.receipt.ReceiptMail;
import dev.quittance.stripe.refund.RefundBooks;
import dev.quittance.stripe.refund.RefundEffect;
import dev.quittance.stripe.request.RequestMails;
import dev.quittance.stripe.request.RequestRecords;
import dev.quittance.stripe.request.Requests;
import dev.quittance.stripe.request.StandingRequests;
import dev.quittance.stripe.request.Timeline;
import dev.quittance.stripe.storage.Database;
import dev.quittance.stripe.sweep.DiscrepancyPage;
import dev.quittance.stripe.sweep.EventSweep;
import dev.quittance.stripe.sweep.GapSweep;
import dev.quittance.stripe.sweep.OpenSessions;
import dev.quittance.stripe.sweep.Sweep;
import dev.quittance.stripe.webhook.Inbox;
import dev.quittance.stripe.webhook.WebhookHandler;
import dev.quittance.stripe.webhook.Webhooks;
import java.util.ArrayList;
import java.util.List;
import org.pf4j.ExtensionPoint;

/** Every object of the plugin, built once, floor by floor. Its class loader goes when it goes: nothing here is static. */
final class ObjectGraph {
    private final List<ExtensionPoint> extensions;

    ObjectGraph(PluginContext context) {
        Database database = new Database(context.database());
        StripeGateway gateway = new StripeGateway(context, database);
        Installations installations = new Installations(context, database);
        Marks marks = new Marks(installations);
        Outbox outbox = new Outbox(context, database, installations);
        Webhooks webhooks = new Webhooks(context, database, installations);
        Timeline timeline = new Timeline(context);
        RecordBalances balances = new RecordBalances();
        Requests requests = new Requests(context, database, outbox, balances, timeline);
        RequestRecords records = new RequestRecords(context, database, balances, requests);
        Attempts attempts = new Attempts(context, database);
        Payments.Books books = new Payments.Books(new Ledger(context), balances, timeline, outbox, marks);
        Payments payments = new Payments(context, database, requests, attempts, books);
        OperationAlarms alarms = new OperationAlarms(context, outbox);
        RefundBooks refunds = new RefundBooks(context, database, requests, payments, books);
        Operations.Surroundings around = new Operations.Surroundings(
                new ConnectedAccounts(database), effects(context, gateway, payments, refunds), alarms, installations);
        Operations operations = new Operations(context, database, gateway, around);
        Connections connections = new Connections(context, database, gateway, operations);
        SessionRefresh refresh = new SessionRefresh(gateway, connections, operations, attempts, payments);
        StandingRequests standing = new StandingRequests(context, database, requests, records);
        Documents documents = new Documents(database, outbox, standing, payments.stops());
        Checkouts.Services services = new Checkouts.Services(
                requests, attempts, connections, operations, refresh, timeline, documents, marks);
        DisputeBooks disputes = new DisputeBooks(context, database, requests, payments, books);
        RefundGraph back = new RefundGraph(context, database, gateway, services, payments, refunds, disputes);
        RecordGraph following = new RecordGraph(context, database, outbox, services, records, payments);
        RequestOverviews overviews = new RequestOverviews(requests, payments, attempts, new Letters(database));
        Screens screens = new Screens(context, database, outbox, connections, requests, records, overviews, back);
        WatchGraph watching = new WatchGraph(context, database, outbox, services, payments);
        List<OutboxHandler> handlers = following.with(handlers(back, records, watching.mails()), watching.with(alarms));
        List<ExtensionPoint> all = new ArrayList<>(screens.extensions());
        all.addAll(following.extensions());
        all.addAll(watching.extensions(holds(context, database, services, outbox, handlers)));
        all.addAll(readers(context, database, gateway, services, payments));
        all.addAll(doors(connections, webhooks, back, outbox.job(handlers)));
        this.extensions = List.copyOf(all);
    }

    /** Where people and Stripe come in, and where effects go out. */
    private static List<ExtensionPoint> doors(
            Connections connections, Webhooks webhooks, RefundGraph back, JobHandler outbox) {
        return List.of(
                connections.settingsPage(),
                webhooks.endpoint(),
                webhooks.retention(),
                webhooks.job(events(back)),
                back.services().operations().job(),
                outbox);
    }

    /** What answers mean: first those that payers and their money wait for. */
    private static List<OperationEffect> effects(
            PluginContext context, StripeGateway gateway, Payments payments, RefundBooks refunds) {
        List<OperationEffect> effects = new ArrayList<>(List.of(
                new CheckoutSessions(gateway, payments),
                new SessionExpiry(gateway, payments),
                new RefundEffect(gateway, refunds),
                new WebhookRegistration(context),
                new EndpointRetirement(),
                new EndpointSubscription()));
        effects.addAll(TestEffect.both());
        return effects;
    }

    private static Holds holds(
            PluginContext context,
            Database database,
            Checkouts.Services services,
            Outbox outbox,
            List<OutboxHandler> handlers) {
        Holds.Services held = new Holds.Services(
                services.operations().installations(),
                services.operations(),
                services.connections(),
                new Inbox(context, database),
                outbox,
                outbox.held(handlers));
        return new Holds(context, database, held);
    }

    /** What reads at Stripe. */
    private static List<ExtensionPoint> readers(
            PluginContext context,
            Database database,
            StripeGateway gateway,
            Checkouts.Services services,
            Payments payments) {
        return List.of(
                new DiscrepancyPage(gateway, services.connections(), services.requests(), payments),
                new PayPage(context, new Checkouts(context, database, services), services, payments),
                sweep(context, gateway, services, payments),
                eventSweep(context, database, gateway, services, payments),
                new PayoutsPage(database, services.connections()),
                balanceSweep(context, database, gateway, services, payments));
    }

    private static Sweep sweep(
            PluginContext context, StripeGateway gateway, Checkouts.Services services, Payments payments) {
        OpenSessions open = new OpenSessions(
                context.clock(), gateway, services.connections(), services.attempts(), services.refresh());
        return new Sweep(context, open, services.refresh(), services.attempts(), payments);
    }

    private static EventSweep eventSweep(
            PluginContext context,
            Database database,
            StripeGateway gateway,
            Checkouts.Services services,
            Payments payments) {
        EventSweep.Services sweeping = new EventSweep.Services(
                services.connections(),
                new EndpointCare(context, database, services.operations()),
                new Inbox(context, database),
                new GapSweep(gateway, payments),
                services.operations().installations());
        return new EventSweep(context, database, gateway, sweeping);
    }

    private static BalanceSweep balanceSweep(
            PluginContext context,
            Database database,
            StripeGateway gateway,
            Checkouts.Services services,
            Payments payments) {
        BalanceSweep.Services reconciling =
                new BalanceSweep.Services(services.connections(), services.requests(), payments, new Ledger(context));
        return new BalanceSweep(context, database, new StripeBalances(gateway), reconciling);
    }

    private static List<WebhookHandler> events(RefundGraph back) {
        StripeGateway gateway = back.gateway();
        Checkouts.Services services = back.services();
        Payments payments = back.payments();
        SessionEvents sessions = new SessionEvents(gateway, services.connections(), services.attempts(), payments);
        IntentEvents intents = new IntentEvents(back.context(), gateway, sessions, services);
        List<WebhookHandler> all = new ArrayList<>(back.events());
        all.addAll(List.of(sessions, intents, new ChargeEvents(gateway, services.connections(), intents, payments)));
        return all;
    }

    private static List<OutboxHandler> handlers(RefundGraph back, RequestRecords records, RequestMails mails) {
        PluginContext context = back.context();
        Requests requests = back.services().requests();
        List<OutboxHandler> all = new ArrayList<>(back.handlers());
        all.addAll(List.of(
                new RequestMail(context, requests, mails),
                new ReceiptMail(context, requests, records, back.payments(), mails),
                new AdminNotice(context),
                new DiscrepancyNotice(context),
                new BounceNotice(context, requests)));
        return all;
    }

    /** All of them, one of each class. */
    List<ExtensionPoint> extensions() {
        return extensions;
    }
}
