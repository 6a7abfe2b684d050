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
import dev.quittance.stripe.payment.DeclineReason;
import dev.quittance.stripe.payment.News;
import dev.quittance.stripe.payment.Payment;
import dev.quittance.stripe.payment.Payments;
import dev.quittance.stripe.payment.PaymentsList;
import dev.quittance.stripe.refund.OverpaymentPolicy;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.Requests;
import dev.quittance.stripe.request.StopReason;
import java.util.Optional;

/** The office is told when a payment came or a bank refused. Thread-safe. */
public final class OfficeNotice implements OutboxHandler {
    private final PluginContext context;
    private final Requests requests;
    private final Payments payments;
    private final OverpaymentPolicy policy;

    /** Notices of these payments. */
    public OfficeNotice(PluginContext context, Requests requests, Payments payments, OverpaymentPolicy policy) {
        this.context = context;
        this.requests = requests;
        this.payments = payments;
        this.policy = policy;
    }

    @Override
    public String kind() {
        return Payments.NOTICE_KIND;
    }

    @Override
    public OutboxOutcome deliver(OutboxRow row) {
        Optional<PaymentRequest> request = requests.find(row.org(), row.subjectId());
        if (request.isEmpty()) {
            return OutboxOutcome.skipped("the request is gone");
        }
        News news = News.of(row);
        context.notifications()
                .notify(
                        news.kind().equals(PaymentEvent.PAID)
                                ? paid(row, request.get(), news)
                                : failed(row, request.get(), news));
        return OutboxOutcome.delivered();
    }

    private Notification paid(OutboxRow row, PaymentRequest request, News news) {
        Optional<Payment> payment = news.id().flatMap(id -> payments.find(row.org(), id));
        String method = payment.map(p -> p.method().label()).orElse("");
        boolean overpaid = payment.map(Payment::overpaid).orElse(false);
        Optional<StopReason> stopped = request.stopped();
        if (!overpaid && stopped.isPresent()) {
            return notification(row, request, Tone.WARNING, paidAlthough(request, stopped.get()));
        }
        Text text = overpaid
                ? overpaid(request)
                : Text.of(
                        "notice.paid",
                        "Paid: {0} for {1} ({2}).",
                        request.amount(),
                        request.recordName(),
                        method.isEmpty() ? request.number() : method);
        return notification(row, request, overpaid ? Tone.WARNING : Tone.GOOD, text);
    }

    private Text overpaid(PaymentRequest request) {
        return policy.refundsByItself(request.org())
                ? Text.of(
                        "notice.overpaid_goes_back",
                        "Paid twice: {0} came again for {1}. It is given back by itself; you need do nothing.",
                        request.amount(),
                        request.recordName())
                : Text.of(
                        "notice.overpaid",
                        "Paid twice: {0} came again for {1}. Give the second payment back.",
                        request.amount(),
                        request.recordName());
    }

    /** The customer was faster than the office. */
    private static Text paidAlthough(PaymentRequest request, StopReason reason) {
        return switch (reason) {
            case INVOICE_VOIDED ->
                Text.of(
                        "notice.paid_although.invoice_voided",
                        "Paid although withdrawn: {0} for {1} came after the invoice was voided. Decide whether to give it back.",
                        request.amount(),
                        request.recordName());
            case DELETED ->
                Text.of(
                        "notice.paid_although.deleted",
                        "Paid although deleted: {0} came for {1}, which is no longer there. Decide whether to give it back.",
                        request.amount(),
                        request.recordName());
            case CLOSED ->
                Text.of(
                        "notice.paid_although.closed",
                        "Paid although closed: {0} came for {1} after the project was closed. Decide whether to give it back.",
                        request.amount(),
                        request.recordName());
            case CANCELED ->
                Text.of(
                        "notice.paid_although.canceled",
                        "Paid although canceled: {0} for {1} came in a tab that was already open. Decide whether to give it back.",
                        request.amount(),
                        request.recordName());
            case CHANGED ->
                Text.of(
                        "notice.paid_although.changed",
                        "Paid before the amount changed: {0} came for {1} in a tab that was already open. The request stays at that amount; decide whether to give a part back.",
                        request.amount(),
                        request.recordName());
            case REPLACED, NOTHING_LEFT ->
                Text.of(
                        "notice.paid_although.replaced",
                        "Paid although the amount had changed: {0} came for {1}. Check whether it is too much.",
                        request.amount(),
                        request.recordName());
        };
    }

    private static Notification failed(OutboxRow row, PaymentRequest request, News news) {
        Text why = DeclineReason.of(news.declineCode()).forStaff();
        Text text = request.stopped().filter(StopReason::isWithdrawal).isPresent()
                ? Text.of(
                        "notice.failed_withdrawn",
                        "Not paid: {0} for {1} was refused: {2}. The request was withdrawn, so nobody is asked again.",
                        request.amount(),
                        request.recordName(),
                        why)
                : Text.of(
                        "notice.failed",
                        "Not paid: {0} for {1} was refused: {2}. The customer can try again with the same link.",
                        request.amount(),
                        request.recordName(),
                        why);
        return notification(row, request, Tone.WARNING, text);
    }

    private static Notification notification(OutboxRow row, PaymentRequest request, Tone tone, Text text) {
        return new Notification(
                row.dedupeKey(), row.org(), PaymentsList.PERMISSION, tone, text, Target.record(request.record()));
    }
}
