package dev.quittance.stripe.notice;

import dev.quittance.api.PluginContext;
import dev.quittance.api.payment.PaymentEvent;
import dev.quittance.stripe.dispute.Dispute;
import dev.quittance.stripe.dispute.DisputeBooks;
import dev.quittance.stripe.outbox.OutboxHandler;
import dev.quittance.stripe.outbox.OutboxOutcome;
import dev.quittance.stripe.outbox.OutboxRow;
import dev.quittance.stripe.payment.News;
import dev.quittance.stripe.refund.Refund;
import dev.quittance.stripe.refund.RefundBooks;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.Requests;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Other plugins are told what happened, after commit; the event's id is the same each time. Thread-safe. */
public final class PluginEvents implements OutboxHandler {
    private final PluginContext context;
    private final Requests requests;
    private final RefundBooks refunds;
    private final DisputeBooks disputes;

    /** Events of these requests. */
    public PluginEvents(PluginContext context, Requests requests, RefundBooks refunds, DisputeBooks disputes) {
        this.context = context;
        this.requests = requests;
        this.refunds = refunds;
        this.disputes = disputes;
    }

    private static boolean isDispute(News news) {
        return news.kind().equals(PaymentEvent.DISPUTED) || news.kind().equals(PaymentEvent.DISPUTE_CLOSED);
    }

    private static boolean isRefund(News news) {
        return news.kind().equals(PaymentEvent.REFUNDED) || news.kind().equals(PaymentEvent.REFUND_FAILED);
    }

    @Override
    public String kind() {
        return Requests.EVENT_KIND;
    }

    @Override
    public OutboxOutcome deliver(OutboxRow row) {
        Optional<PaymentRequest> request = requests.find(row.org(), row.subjectId());
        if (request.isEmpty()) {
            return OutboxOutcome.skipped("the request is gone");
        }
        context.paymentHooks().publish(event(row, request.get(), News.of(row)));
        return OutboxOutcome.delivered();
    }

    private PaymentEvent event(OutboxRow row, PaymentRequest request, News news) {
        Map<String, String> attributes = new TreeMap<>(request.contributed());
        attributes.put("type", request.type().code());
        if (news.kind().equals(PaymentEvent.PAID)) {
            news.id().ifPresent(id -> attributes.put("payment", id.toString()));
        }
        if (!news.declineCode().isEmpty()) {
            attributes.put("declineCode", news.declineCode());
        }
        Optional<Refund> refund =
                isRefund(news) ? news.id().flatMap(id -> refunds.find(row.org(), id)) : Optional.empty();
        refund.ifPresent(back -> {
            attributes.put("refund", back.refundId().toString());
            attributes.put("payment", back.paymentId().toString());
            attributes.put("owedAgain", Boolean.toString(back.terms().owedAgain()));
        });
        Optional<Dispute> dispute =
                isDispute(news) ? news.id().flatMap(id -> disputes.find(row.org(), id)) : Optional.empty();
        dispute.ifPresent(one -> describe(one, news, attributes));
        return new PaymentEvent(
                row.outboxId().toString(),
                news.kind(),
                row.org(),
                request.record(),
                request.requestId().toString(),
                refund.map(Refund::amount)
                        .or(() -> dispute.map(Dispute::amount))
                        .orElse(request.amount()),
                row.createdAt(),
                attributes);
    }

    private static void describe(Dispute dispute, News news, Map<String, String> attributes) {
        attributes.put("dispute", dispute.disputeId().toString());
        attributes.put("payment", dispute.paymentId().toString());
        if (news.kind().equals(PaymentEvent.DISPUTE_CLOSED)) {
            attributes.put("outcome", dispute.state().name().toLowerCase(Locale.ROOT));
        }
    }
}
