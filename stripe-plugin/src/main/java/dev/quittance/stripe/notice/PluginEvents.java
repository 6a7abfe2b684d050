package dev.quittance.stripe.notice;

import dev.quittance.api.PluginContext;
import dev.quittance.api.payment.PaymentEvent;
import dev.quittance.stripe.outbox.OutboxHandler;
import dev.quittance.stripe.outbox.OutboxOutcome;
import dev.quittance.stripe.outbox.OutboxRow;
import dev.quittance.stripe.payment.News;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.Requests;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Other plugins are told what happened, after commit; the event's id is the same each time. Thread-safe. */
public final class PluginEvents implements OutboxHandler {
    private final PluginContext context;
    private final Requests requests;

    /** Events of these requests. */
    public PluginEvents(PluginContext context, Requests requests) {
        this.context = context;
        this.requests = requests;
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

    private static PaymentEvent event(OutboxRow row, PaymentRequest request, News news) {
        Map<String, String> attributes = new TreeMap<>(request.contributed());
        attributes.put("type", request.type().code());
        if (news.kind().equals(PaymentEvent.PAID)) {
            news.id().ifPresent(id -> attributes.put("payment", id.toString()));
        }
        if (!news.declineCode().isEmpty()) {
            attributes.put("declineCode", news.declineCode());
        }
        return new PaymentEvent(
                row.outboxId().toString(),
                news.kind(),
                row.org(),
                request.record(),
                request.requestId().toString(),
                request.amount(),
                row.createdAt(),
                attributes);
    }
}
