package dev.quittance.stripe.receipt;

import dev.quittance.api.PluginContext;
import dev.quittance.api.host.MailMessage;
import dev.quittance.api.host.MailOutcome;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Cell;
import dev.quittance.api.ui.Fact;
import dev.quittance.api.ui.Text;
import dev.quittance.stripe.dispute.Dispute;
import dev.quittance.stripe.dispute.DisputeBooks;
import dev.quittance.stripe.dispute.DisputeNews;
import dev.quittance.stripe.dispute.DisputeState;
import dev.quittance.stripe.outbox.OutboxHandler;
import dev.quittance.stripe.outbox.OutboxOutcome;
import dev.quittance.stripe.outbox.OutboxRow;
import dev.quittance.stripe.payment.News;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.Requests;
import dev.quittance.stripe.request.Timeline;
import dev.quittance.stripe.request.TimelineEntry;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Writes to a customer whose bank took a debit back that their receipt no longer holds. Thread-safe. */
public final class TakenBackMail implements OutboxHandler {
    private final PluginContext context;
    private final Requests requests;
    private final DisputeBooks disputes;
    private final Timeline timeline;

    /** Mails about these disputes. */
    public TakenBackMail(PluginContext context, Requests requests, DisputeBooks disputes, Timeline timeline) {
        this.context = context;
        this.requests = requests;
        this.disputes = disputes;
        this.timeline = timeline;
    }

    @Override
    public String kind() {
        return DisputeNews.MAIL_KIND;
    }

    @Override
    public Waits waits() {
        return Waits.HELD;
    }

    @Override
    public OutboxOutcome deliver(OutboxRow row) {
        Optional<PaymentRequest> request = requests.find(row.org(), row.subjectId());
        Optional<Dispute> dispute = News.of(row)
                .id()
                .flatMap(id -> disputes.find(row.org(), id))
                .filter(found -> found.state() == DisputeState.LOST);
        if (request.isEmpty() || dispute.isEmpty()) {
            return OutboxOutcome.skipped("it was not taken back");
        }
        if (request.get().recipient().email().isEmpty()) {
            return OutboxOutcome.skipped("no e-mail address is known");
        }
        MailOutcome mail = context.mail().send(mail(row, request.get(), dispute.get()));
        return switch (mail.kind()) {
            case HANDED_OVER -> OutboxOutcome.delivered();
            case REFUSED -> OutboxOutcome.failed(mail.detail());
            case TRY_LATER -> OutboxOutcome.retry(mail.detail());
        };
    }

    @Override
    public void finished(DSLContext tx, OutboxRow row, OutboxOutcome outcome) {
        boolean sent = outcome.kind() == OutboxOutcome.Kind.DELIVERED;
        timeline.add(
                tx,
                row.org(),
                row.subjectId(),
                new TimelineEntry(
                        sent ? "taken_back_mail_sent" : "taken_back_mail_not_sent",
                        TimelineEntry.SYSTEM,
                        outcome.reason(),
                        context.clock().instant()));
    }

    private static MailMessage mail(OutboxRow row, PaymentRequest request, Dispute dispute) {
        List<Block> body = List.of(
                Block.paragraph(Text.of(
                        "taken_back_mail.done",
                        "Your bank has taken this payment back after we had received it, so our receipt for it no longer holds and the "
                                + "amount is open again. You need not do anything now: we get in touch with you.")),
                new Block.Amount(dispute.amount(), Text.plain(request.description())),
                new Block.Facts(List.of(
                        new Fact(Text.of("receipt.for", "For"), Cell.plain(request.recordName())),
                        new Fact(Text.of("receipt.number", "Number"), Cell.plain(request.number())))));
        return new MailMessage(
                row.dedupeKey(),
                request.org(),
                request.recipient().email(),
                request.recipient().name(),
                request.recipient().locale(),
                Text.of("taken_back_mail.subject", "Your bank took back {0}", dispute.amount()),
                body);
    }
}
