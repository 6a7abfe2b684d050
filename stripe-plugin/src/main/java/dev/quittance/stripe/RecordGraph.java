package dev.quittance.stripe;

import dev.quittance.api.PluginContext;
import dev.quittance.stripe.checkout.CancelRequestAction;
import dev.quittance.stripe.checkout.ChangedAmounts;
import dev.quittance.stripe.checkout.Checkouts;
import dev.quittance.stripe.checkout.SessionCloser;
import dev.quittance.stripe.document.DocumentNews;
import dev.quittance.stripe.document.InvoiceLink;
import dev.quittance.stripe.follow.ClientChanges;
import dev.quittance.stripe.follow.RecordFollower;
import dev.quittance.stripe.ledger.RecordBalances;
import dev.quittance.stripe.outbox.Outbox;
import dev.quittance.stripe.outbox.OutboxHandler;
import dev.quittance.stripe.payment.Payments;
import dev.quittance.stripe.request.ChangeRequestAction;
import dev.quittance.stripe.request.RequestRecords;
import dev.quittance.stripe.settlement.OutstandingNews;
import dev.quittance.stripe.settlement.SettlementNews;
import dev.quittance.stripe.storage.Database;
import java.util.ArrayList;
import java.util.List;
import org.pf4j.ExtensionPoint;

/**
 * The part of the object graph that follows the host's records and tells its books.
 *
 * @param services what a checkout stands on
 */
record RecordGraph(
        PluginContext context,
        Database database,
        Outbox outbox,
        Checkouts.Services services,
        RequestRecords records,
        Payments payments) {
    List<ExtensionPoint> extensions() {
        return List.of(link(), follower(), cancel(), change());
    }

    private InvoiceLink link() {
        return new InvoiceLink(services.documents(), services.requests(), services.connections());
    }

    private RecordFollower follower() {
        ClientChanges clients = new ClientChanges(context.records(), database, services.requests());
        return new RecordFollower(records, payments.stops(), services.documents(), clients);
    }

    private CancelRequestAction cancel() {
        return new CancelRequestAction(database, services.requests(), records, payments.stops(), closer());
    }

    private ChangeRequestAction change() {
        return new ChangeRequestAction(
                services.requests(),
                records,
                new ChangedAmounts(context, database, services.requests(), payments.stops(), closer()));
    }

    private SessionCloser closer() {
        return new SessionCloser(context, database, services);
    }

    /** These handlers and our own. */
    List<OutboxHandler> with(List<OutboxHandler> others, List<OutboxHandler> alarms) {
        List<OutboxHandler> all = new ArrayList<>(others);
        all.addAll(alarms);
        SettlementNews settlements = new SettlementNews(context, services.requests(), payments);
        OutstandingNews.Books books = new OutstandingNews.Books(database, new RecordBalances(), outbox);
        all.add(settlements);
        all.add(new OutstandingNews(context, books, services.requests(), settlements));
        all.add(new DocumentNews(services.documents(), services.requests(), records));
        all.add(closer());
        return all;
    }
}
