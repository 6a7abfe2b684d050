package dev.quittance.stripe;

import dev.quittance.api.PluginContext;
import dev.quittance.stripe.checkout.Checkouts;
import dev.quittance.stripe.dispute.DisputeBooks;
import dev.quittance.stripe.dispute.DisputeEvents;
import dev.quittance.stripe.dispute.DisputesList;
import dev.quittance.stripe.dispute.DisputesPage;
import dev.quittance.stripe.gateway.StripeGateway;
import dev.quittance.stripe.notice.DisputeNotice;
import dev.quittance.stripe.notice.OfficeNotice;
import dev.quittance.stripe.notice.PluginEvents;
import dev.quittance.stripe.notice.RefundNotice;
import dev.quittance.stripe.outbox.OutboxHandler;
import dev.quittance.stripe.payment.Payments;
import dev.quittance.stripe.receipt.RefundMail;
import dev.quittance.stripe.receipt.TakenBackMail;
import dev.quittance.stripe.refund.OverpaymentPolicy;
import dev.quittance.stripe.refund.OverpaymentRefund;
import dev.quittance.stripe.refund.OverpaymentSettings;
import dev.quittance.stripe.refund.RefundBooks;
import dev.quittance.stripe.refund.RefundEvents;
import dev.quittance.stripe.refund.RefundPaymentAction;
import dev.quittance.stripe.refund.Refunds;
import dev.quittance.stripe.refund.RefundsList;
import dev.quittance.stripe.request.RequestRecords;
import dev.quittance.stripe.settlement.DisputeSettlement;
import dev.quittance.stripe.settlement.RefundSettlement;
import dev.quittance.stripe.storage.Database;
import dev.quittance.stripe.webhook.WebhookHandler;
import java.util.List;

/**
 * The part of the object graph by which money goes back.
 *
 * @param services what a checkout stands on
 * @param books where refunds are written
 * @param disputes where disputes are written
 */
record RefundGraph(
        PluginContext context,
        Database database,
        StripeGateway gateway,
        Checkouts.Services services,
        Payments payments,
        RefundBooks books,
        DisputeBooks disputes) {
    Refunds refunds() {
        return new Refunds(
                context,
                database,
                new Refunds.Services(
                        services.requests(), payments, services.connections(), services.operations(), gateway, books));
    }

    List<WebhookHandler> events() {
        return List.of(
                new RefundEvents(gateway, services.connections(), payments, books),
                new DisputeEvents(gateway, services.connections(), payments, disputes));
    }

    DisputesList disputesList(RequestRecords records) {
        return new DisputesList(disputes, services.requests(), records);
    }

    DisputesPage disputesPage() {
        return new DisputesPage(disputes, services.requests());
    }

    RefundPaymentAction action(RequestRecords records) {
        return new RefundPaymentAction(refunds(), services.requests(), records, payments);
    }

    RefundsList list(RequestRecords records) {
        return new RefundsList(books, services.requests(), records);
    }

    OverpaymentSettings settings() {
        return new OverpaymentSettings(policy());
    }

    private OverpaymentPolicy policy() {
        return new OverpaymentPolicy(context, database);
    }

    List<OutboxHandler> handlers() {
        return List.of(
                new OverpaymentRefund(context, services.requests(), payments, refunds(), policy()),
                new OfficeNotice(context, services.requests(), payments, policy()),
                new RefundMail(context, services.requests(), books, services.timeline()),
                new RefundNotice(context, services.requests(), books),
                new RefundSettlement(context, services.requests(), books),
                new TakenBackMail(context, services.requests(), disputes, services.timeline()),
                new DisputeNotice(context, services.requests(), disputes),
                new DisputeSettlement(context, services.requests(), disputes),
                new PluginEvents(context, services.requests(), books, disputes));
    }
}
