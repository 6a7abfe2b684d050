package dev.quittance.stripe.payment;

import dev.quittance.api.PluginContext;
import dev.quittance.stripe.outbox.Outbox;
import dev.quittance.stripe.outbox.OutboxEntry;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.Requests;
import java.time.Instant;
import org.jooq.DSLContext;

/** Makes due what people and other plugins are told, in the transaction that decided it; each piece of news once. */
final class Announcements {
    private final PluginContext context;
    private final Outbox outbox;

    Announcements(PluginContext context, Outbox outbox) {
        this.context = context;
        this.outbox = outbox;
    }

    /** The money came: a receipt for the customer, a notice for the office, an event for other plugins, a word to the host. */
    void paid(DSLContext tx, PaymentRequest request, Payment payment, Instant happenedAt) {
        String id = payment.paymentId().toString();
        String detail = News.paid(payment.paymentId()).detail();
        add(tx, entry(request, "receipt/" + id, Payments.RECEIPT_KIND, detail).happened(happenedAt));
        add(tx, entry(request, "notice/paid/" + id, Payments.NOTICE_KIND, detail));
        add(tx, entry(request, "event/paid/" + id, Requests.EVENT_KIND, detail));
        add(tx, entry(request, "settlement/" + id, Payments.SETTLEMENT_KIND, detail));
        if (payment.overpaid()) {
            add(tx, entry(request, "overpayment/" + id, Payments.OVERPAYMENT_KIND, detail));
        }
    }

    /** A bank said no: a notice for the office, an event for other plugins. The customer was told by Stripe's page. */
    void failed(DSLContext tx, PaymentRequest request, Attempt attempt, Decline decline) {
        String key = attempt.attemptId() + "/" + (decline.chargeId().isEmpty() ? decline.code() : decline.chargeId());
        String detail = News.failed(attempt.attemptId(), decline).detail();
        add(tx, entry(request, "notice/failed/" + key, Payments.NOTICE_KIND, detail));
        add(tx, entry(request, "event/failed/" + key, Requests.EVENT_KIND, detail));
    }

    void nudge() {
        outbox.nudge();
    }

    private OutboxEntry entry(PaymentRequest request, String dedupeKey, String kind, String detail) {
        return new OutboxEntry(
                request.org(),
                dedupeKey,
                kind,
                request.requestId(),
                detail,
                context.clock().instant());
    }

    private void add(DSLContext tx, OutboxEntry entry) {
        outbox.addIfNew(tx, entry);
    }
}
