package dev.quittance.stripe.settlement;

import dev.quittance.api.PluginContext;
import dev.quittance.api.record.Settlement;
import dev.quittance.stripe.outbox.OutboxHandler;
import dev.quittance.stripe.outbox.OutboxOutcome;
import dev.quittance.stripe.outbox.OutboxRow;
import dev.quittance.stripe.payment.News;
import dev.quittance.stripe.payment.Payment;
import dev.quittance.stripe.payment.PaymentState;
import dev.quittance.stripe.payment.Payments;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.Requests;
import java.util.Optional;

/** Tells the host's books that money came, also for a record that is gone. Told twice it is the same word. Thread-safe. */
public final class SettlementNews implements OutboxHandler {
    private final PluginContext context;
    private final Requests requests;
    private final Payments payments;

    /** News of these payments. */
    public SettlementNews(PluginContext context, Requests requests, Payments payments) {
        this.context = context;
        this.requests = requests;
        this.payments = payments;
    }

    @Override
    public String kind() {
        return Payments.SETTLEMENT_KIND;
    }

    @Override
    public OutboxOutcome deliver(OutboxRow row) {
        return tell(row) ? OutboxOutcome.delivered() : OutboxOutcome.skipped("no such payment");
    }

    /** Tells of the payment; false if there is none. The row stays due, and is told again as the same word. */
    boolean tell(OutboxRow row) {
        Optional<PaymentRequest> request = requests.find(row.org(), row.subjectId());
        Optional<Payment> payment = News.of(row)
                .id()
                .flatMap(id -> payments.find(row.org(), id))
                .filter(found -> found.state() == PaymentState.SUCCEEDED);
        if (request.isEmpty() || payment.isEmpty()) {
            return false;
        }
        context.settlements().apply(settlement(row, request.get(), payment.get()));
        return true;
    }

    private static Settlement settlement(OutboxRow row, PaymentRequest request, Payment payment) {
        return new Settlement(
                row.org(),
                request.record(),
                payment.paymentId().toString(),
                payment.amount(),
                payment.succeededAt().orElse(payment.createdAt()),
                payment.method().label());
    }
}
