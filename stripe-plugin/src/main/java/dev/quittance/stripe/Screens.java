package dev.quittance.stripe;

import dev.quittance.api.PluginContext;
import dev.quittance.stripe.connection.Connections;
import dev.quittance.stripe.outbox.Outbox;
import dev.quittance.stripe.payment.DepositBadge;
import dev.quittance.stripe.payment.PaymentsList;
import dev.quittance.stripe.payment.RequestOverviews;
import dev.quittance.stripe.request.PaymentPanel;
import dev.quittance.stripe.request.Readiness;
import dev.quittance.stripe.request.RequestDesk;
import dev.quittance.stripe.request.RequestPaymentAction;
import dev.quittance.stripe.request.RequestRecords;
import dev.quittance.stripe.request.Requests;
import dev.quittance.stripe.request.SplitPaymentAction;
import dev.quittance.stripe.request.Splits;
import dev.quittance.stripe.rest.PaymentsRest;
import dev.quittance.stripe.storage.Database;
import java.util.List;
import org.pf4j.ExtensionPoint;

/** The part of the graph that staff and programs see on the host's records. */
record Screens(
        PluginContext context,
        Database database,
        Outbox outbox,
        Connections connections,
        Requests requests,
        RequestRecords records,
        RequestOverviews overviews,
        RefundGraph back) {
    List<ExtensionPoint> extensions() {
        Readiness readiness = new Readiness(context, database, outbox, connections);
        RequestPaymentAction requestPayment = new RequestPaymentAction(requests, records, readiness);
        Splits splits = new Splits(context, database, requests);
        return List.of(
                requestPayment,
                new SplitPaymentAction(splits, requests, records, readiness),
                new PaymentPanel(context, readiness, requestPayment, requests, records),
                new PaymentsList(overviews, records),
                new DepositBadge(context.records(), database),
                back.action(records),
                back.list(records),
                back.disputesList(records),
                back.disputesPage(),
                back.settings(),
                new PaymentsRest(new PaymentsRest.Services(
                        context,
                        database,
                        new RequestDesk(requestPayment, requests, records),
                        overviews,
                        back.payments(),
                        records,
                        back.refunds())));
    }
}
