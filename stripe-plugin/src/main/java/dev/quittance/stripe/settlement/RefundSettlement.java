package dev.quittance.stripe.settlement;

import dev.quittance.api.PluginContext;
import dev.quittance.api.payment.PaymentEvent;
import dev.quittance.api.record.Reversal;
import dev.quittance.api.record.Settlement;
import dev.quittance.stripe.outbox.OutboxHandler;
import dev.quittance.stripe.outbox.OutboxOutcome;
import dev.quittance.stripe.outbox.OutboxRow;
import dev.quittance.stripe.payment.News;
import dev.quittance.stripe.refund.Refund;
import dev.quittance.stripe.refund.RefundBooks;
import dev.quittance.stripe.refund.RefundNews;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.Requests;
import java.util.Optional;

/**
 * Tells the host's books that money was given back; and, where a bank returned it, that it is here again: as money that came, under
 * the refund's own id, since nothing told of the past is taken back. Thread-safe.
 */
public final class RefundSettlement implements OutboxHandler {
    private static final String RETURNED = "Refund returned by the bank";

    private final PluginContext context;
    private final Requests requests;
    private final RefundBooks refunds;

    /** News of these refunds. */
    public RefundSettlement(PluginContext context, Requests requests, RefundBooks refunds) {
        this.context = context;
        this.requests = requests;
        this.refunds = refunds;
    }

    @Override
    public String kind() {
        return RefundNews.SETTLEMENT_KIND;
    }

    @Override
    public OutboxOutcome deliver(OutboxRow row) {
        News news = News.of(row);
        Optional<PaymentRequest> request = requests.find(row.org(), row.subjectId());
        Optional<Refund> refund = news.id().flatMap(id -> refunds.find(row.org(), id));
        if (request.isEmpty() || refund.isEmpty()) {
            return OutboxOutcome.skipped("no such refund");
        }
        Refund back = refund.get();
        if (news.kind().equals(PaymentEvent.REFUNDED)) {
            context.settlements()
                    .reverse(new Reversal(
                            row.org(),
                            request.get().record(),
                            back.paymentId().toString(),
                            back.refundId().toString(),
                            back.amount(),
                            back.terms().owedAgain(),
                            back.succeededAt().orElse(row.createdAt())));
        } else {
            context.settlements()
                    .apply(new Settlement(
                            row.org(),
                            request.get().record(),
                            back.refundId().toString(),
                            back.amount(),
                            row.createdAt(),
                            RETURNED));
        }
        return OutboxOutcome.delivered();
    }
}
