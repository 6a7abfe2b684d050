package dev.quittance.stripe.settlement;

import dev.quittance.api.PluginContext;
import dev.quittance.api.record.Reversal;
import dev.quittance.api.record.Settlement;
import dev.quittance.stripe.dispute.Dispute;
import dev.quittance.stripe.dispute.DisputeBooks;
import dev.quittance.stripe.dispute.DisputeNews;
import dev.quittance.stripe.dispute.Movement;
import dev.quittance.stripe.outbox.OutboxHandler;
import dev.quittance.stripe.outbox.OutboxOutcome;
import dev.quittance.stripe.outbox.OutboxRow;
import dev.quittance.stripe.payment.News;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.Requests;
import java.util.Optional;

/**
 * Tells the host's books what a bank took back, which is owed again; and what it gave back, as money that came, under the movement's
 * own id, since nothing told of the past is taken back. Thread-safe.
 */
public final class DisputeSettlement implements OutboxHandler {
    private static final String REINSTATED = "Dispute: given back by the bank";

    private final PluginContext context;
    private final Requests requests;
    private final DisputeBooks disputes;

    /** News of these disputes. */
    public DisputeSettlement(PluginContext context, Requests requests, DisputeBooks disputes) {
        this.context = context;
        this.requests = requests;
        this.disputes = disputes;
    }

    @Override
    public String kind() {
        return DisputeNews.SETTLEMENT_KIND;
    }

    @Override
    public OutboxOutcome deliver(OutboxRow row) {
        Optional<PaymentRequest> request = requests.find(row.org(), row.subjectId());
        Optional<Movement> movement = News.of(row).id().flatMap(id -> disputes.findMovement(row.org(), id));
        Optional<Dispute> dispute = movement.flatMap(one -> disputes.find(row.org(), one.disputeId()));
        if (request.isEmpty() || dispute.isEmpty()) {
            return OutboxOutcome.skipped("no such dispute");
        }
        tell(request.get(), dispute.get(), movement.orElseThrow());
        return OutboxOutcome.delivered();
    }

    private void tell(PaymentRequest request, Dispute dispute, Movement movement) {
        String id = movement.movementId().toString();
        if (movement.taken().isNegative()) {
            context.settlements()
                    .apply(new Settlement(
                            request.org(),
                            request.record(),
                            id,
                            movement.taken().negated(),
                            movement.movedAt(),
                            REINSTATED));
        } else {
            context.settlements()
                    .reverse(new Reversal(
                            request.org(),
                            request.record(),
                            dispute.paymentId().toString(),
                            id,
                            movement.taken(),
                            true,
                            movement.movedAt()));
        }
    }
}
