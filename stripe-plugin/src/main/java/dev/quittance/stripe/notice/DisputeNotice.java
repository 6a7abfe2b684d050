package dev.quittance.stripe.notice;

import dev.quittance.api.PluginContext;
import dev.quittance.api.host.Notification;
import dev.quittance.api.payment.PaymentEvent;
import dev.quittance.api.ui.Target;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import dev.quittance.stripe.dispute.Dispute;
import dev.quittance.stripe.dispute.DisputeBooks;
import dev.quittance.stripe.dispute.DisputeNews;
import dev.quittance.stripe.dispute.DisputeState;
import dev.quittance.stripe.outbox.OutboxHandler;
import dev.quittance.stripe.outbox.OutboxOutcome;
import dev.quittance.stripe.outbox.OutboxRow;
import dev.quittance.stripe.payment.News;
import dev.quittance.stripe.payment.PaymentsList;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.Requests;
import java.time.Instant;
import java.util.Optional;

/** Tells the office of disputes: when one opens, when its time is nearly over, and how it ends. Thread-safe. */
public final class DisputeNotice implements OutboxHandler {
    private final PluginContext context;
    private final Requests requests;
    private final DisputeBooks disputes;

    /** Notices of these disputes. */
    public DisputeNotice(PluginContext context, Requests requests, DisputeBooks disputes) {
        this.context = context;
        this.requests = requests;
        this.disputes = disputes;
    }

    @Override
    public String kind() {
        return DisputeNews.NOTICE_KIND;
    }

    @Override
    public OutboxOutcome deliver(OutboxRow row) {
        News news = News.of(row);
        Optional<PaymentRequest> request = requests.find(row.org(), row.subjectId());
        Optional<Dispute> dispute = news.id().flatMap(id -> disputes.find(row.org(), id));
        if (request.isEmpty() || dispute.isEmpty()) {
            return OutboxOutcome.skipped("no such dispute");
        }
        boolean isOver = news.kind().equals(PaymentEvent.DISPUTE_CLOSED);
        if (!isOver && !dispute.get().state().awaitsAnswer()) {
            return OutboxOutcome.skipped("nobody waits for an answer any more");
        }
        Text text = isOver ? ended(request.get(), dispute.get()) : waiting(news.kind(), request.get(), dispute.get());
        context.notifications()
                .notify(new Notification(
                        row.dedupeKey(),
                        row.org(),
                        PaymentsList.PERMISSION,
                        tone(dispute.get().state()),
                        text,
                        Target.record(request.get().record())));
        return OutboxOutcome.delivered();
    }

    private static Tone tone(DisputeState state) {
        return switch (state) {
            case WON -> Tone.GOOD;
            case WARNING_CLOSED, PREVENTED -> Tone.INFO;
            case WARNING_NEEDS_RESPONSE, WARNING_UNDER_REVIEW -> Tone.WARNING;
            case NEEDS_RESPONSE, UNDER_REVIEW, LOST -> Tone.DANGER;
        };
    }

    private static Text waiting(String word, PaymentRequest request, Dispute dispute) {
        Instant due = dispute.dueBy().orElse(dispute.openedAt());
        if (word.equals(DisputeNews.REMINDER)) {
            return Text.of(
                    "notice.dispute_reminder",
                    "Dispute not answered: {0} for {1}. Give your evidence at Stripe by {2}, or the money is lost.",
                    dispute.amount(),
                    request.recordName(),
                    due);
        }
        return dispute.state().isInquiry()
                ? Text.of(
                        "notice.dispute_question",
                        "A bank asks about {0} for {1}. No money was taken back. Answer at Stripe by {2}.",
                        dispute.amount(),
                        request.recordName(),
                        due)
                : Text.of(
                        "notice.disputed",
                        "Disputed: a bank took back {0} for {1} until it has decided. Give your evidence at Stripe by {2}.",
                        dispute.amount(),
                        request.recordName(),
                        due);
    }

    private static Text ended(PaymentRequest request, Dispute dispute) {
        return switch (dispute.state()) {
            case WON ->
                Text.of(
                        "notice.dispute_won",
                        "Dispute won: {0} for {1} is yours again.",
                        dispute.amount(),
                        request.recordName());
            case LOST ->
                Text.of(
                        "notice.dispute_lost",
                        "Taken back for good: {0} for {1}. The customer owes it again; talk to them before you request it anew.",
                        dispute.amount(),
                        request.recordName());
            case WARNING_NEEDS_RESPONSE,
                    WARNING_UNDER_REVIEW,
                    WARNING_CLOSED,
                    NEEDS_RESPONSE,
                    UNDER_REVIEW,
                    PREVENTED ->
                Text.of(
                        "notice.dispute_over",
                        "The bank’s question about {0} for {1} is closed. The money stays with you.",
                        dispute.amount(),
                        request.recordName());
        };
    }
}
