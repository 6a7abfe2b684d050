package dev.quittance.stripe.notice;

import dev.quittance.api.PluginContext;
import dev.quittance.api.host.Notification;
import dev.quittance.api.payment.PaymentEvent;
import dev.quittance.api.ui.Target;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import dev.quittance.stripe.outbox.OutboxHandler;
import dev.quittance.stripe.outbox.OutboxOutcome;
import dev.quittance.stripe.outbox.OutboxRow;
import dev.quittance.stripe.payment.News;
import dev.quittance.stripe.payment.PaymentsList;
import dev.quittance.stripe.refund.Refund;
import dev.quittance.stripe.refund.RefundBooks;
import dev.quittance.stripe.refund.RefundNews;
import dev.quittance.stripe.refund.RefundSource;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.Requests;
import java.util.Optional;

/** Tells the office what became of money that was given back. Thread-safe. */
public final class RefundNotice implements OutboxHandler {
    private final PluginContext context;
    private final Requests requests;
    private final RefundBooks refunds;

    /** Notices of these refunds. */
    public RefundNotice(PluginContext context, Requests requests, RefundBooks refunds) {
        this.context = context;
        this.requests = requests;
        this.refunds = refunds;
    }

    @Override
    public String kind() {
        return RefundNews.NOTICE_KIND;
    }

    @Override
    public OutboxOutcome deliver(OutboxRow row) {
        News news = News.of(row);
        Optional<PaymentRequest> request = requests.find(row.org(), row.subjectId());
        Optional<Refund> refund = news.id().flatMap(id -> refunds.find(row.org(), id));
        if (request.isEmpty() || refund.isEmpty()) {
            return OutboxOutcome.skipped("no such refund");
        }
        boolean isGood = news.kind().equals(PaymentEvent.REFUNDED);
        context.notifications()
                .notify(new Notification(
                        row.dedupeKey(),
                        row.org(),
                        PaymentsList.PERMISSION,
                        isGood ? Tone.INFO : Tone.DANGER,
                        text(news.kind(), request.get(), refund.get()),
                        Target.record(request.get().record())));
        return OutboxOutcome.delivered();
    }

    private static Text text(String word, PaymentRequest request, Refund refund) {
        if (word.equals(RefundNews.REFUSED)) {
            return Text.of(
                    "notice.refund_refused",
                    "Not given back: Stripe did not refund {0} for {1} ({2}). Look at the payment, then try again or pay the "
                            + "customer another way.",
                    refund.amount(),
                    request.recordName(),
                    refund.problem());
        }
        if (word.equals(PaymentEvent.REFUND_FAILED)) {
            return Text.of(
                    "notice.refund_failed",
                    "Refund came back: {0} for {1} did not arrive ({2}). Your customer has not got the money. Pay them another "
                            + "way, then record it.",
                    refund.amount(),
                    request.recordName(),
                    refund.problem());
        }
        return refund.terms().source() == RefundSource.STRIPE
                ? Text.of(
                        "notice.refunded_at_stripe",
                        "Given back at Stripe: {0} for {1}. Check whether the customer owes it again.",
                        refund.amount(),
                        request.recordName())
                : Text.of("notice.refunded", "Given back: {0} for {1}.", refund.amount(), request.recordName());
    }
}
