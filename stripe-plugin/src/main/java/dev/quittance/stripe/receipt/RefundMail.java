package dev.quittance.stripe.receipt;

import dev.quittance.api.PluginContext;
import dev.quittance.api.host.MailMessage;
import dev.quittance.api.host.MailOutcome;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Cell;
import dev.quittance.api.ui.Fact;
import dev.quittance.api.ui.Text;
import dev.quittance.stripe.outbox.OutboxHandler;
import dev.quittance.stripe.outbox.OutboxOutcome;
import dev.quittance.stripe.outbox.OutboxRow;
import dev.quittance.stripe.payment.News;
import dev.quittance.stripe.refund.Refund;
import dev.quittance.stripe.refund.RefundBooks;
import dev.quittance.stripe.refund.RefundNews;
import dev.quittance.stripe.refund.RefundState;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.Requests;
import dev.quittance.stripe.request.Timeline;
import dev.quittance.stripe.request.TimelineEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** Writes to the customer what was given back, for what and when; only once it was. Thread-safe. */
public final class RefundMail implements OutboxHandler {
    private final PluginContext context;
    private final Requests requests;
    private final RefundBooks refunds;
    private final Timeline timeline;

    /** Mails about these refunds. */
    public RefundMail(PluginContext context, Requests requests, RefundBooks refunds, Timeline timeline) {
        this.context = context;
        this.requests = requests;
        this.refunds = refunds;
        this.timeline = timeline;
    }

    @Override
    public String kind() {
        return RefundNews.MAIL_KIND;
    }

    @Override
    public Waits waits() {
        return Waits.HELD;
    }

    @Override
    public OutboxOutcome deliver(OutboxRow row) {
        Optional<PaymentRequest> request = requests.find(row.org(), row.subjectId());
        Optional<Refund> refund = News.of(row)
                .id()
                .flatMap(id -> refunds.find(row.org(), id))
                .filter(found -> found.state() == RefundState.SUCCEEDED);
        if (request.isEmpty() || refund.isEmpty()) {
            return OutboxOutcome.skipped("it was not given back");
        }
        if (request.get().recipient().email().isEmpty()) {
            return OutboxOutcome.skipped("no e-mail address is known");
        }
        MailOutcome mail = context.mail().send(mail(row, request.get(), refund.get()));
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
                        sent ? "refund_mail_sent" : "refund_mail_not_sent",
                        TimelineEntry.SYSTEM,
                        outcome.reason(),
                        context.clock().instant()));
    }

    private static MailMessage mail(OutboxRow row, PaymentRequest request, Refund refund) {
        List<Block> body = new ArrayList<>();
        body.add(Block.paragraph(Text.of(
                "refund_mail.done",
                "We have given your money back. It goes to the card or account you paid with, and you see it there in 5 to 10 "
                        + "business days.")));
        body.add(new Block.Amount(refund.amount(), Text.plain(request.description())));
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(Text.of("receipt.for", "For"), Cell.plain(request.recordName())));
        refund.succeededAt().ifPresent(when -> facts.add(new Fact(Text.of("receipt.date", "Date"), Cell.moment(when))));
        facts.add(new Fact(Text.of("receipt.number", "Number"), Cell.plain(request.number())));
        body.add(new Block.Facts(facts));
        if (!refund.terms().note().isEmpty()) {
            body.add(Block.paragraph(Text.plain(refund.terms().note())));
        }
        return new MailMessage(
                row.dedupeKey(),
                request.org(),
                request.recipient().email(),
                request.recipient().name(),
                request.recipient().locale(),
                Text.of("refund_mail.subject", "Refund of {0}", refund.amount()),
                body);
    }
}
