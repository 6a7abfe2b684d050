package dev.quittance.stripe.refund;

import dev.quittance.api.PluginContext;
import dev.quittance.api.host.Notification;
import dev.quittance.api.money.Money;
import dev.quittance.api.ui.Target;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import dev.quittance.stripe.outbox.OutboxHandler;
import dev.quittance.stripe.outbox.OutboxOutcome;
import dev.quittance.stripe.outbox.OutboxRow;
import dev.quittance.stripe.payment.News;
import dev.quittance.stripe.payment.Payment;
import dev.quittance.stripe.payment.Payments;
import dev.quittance.stripe.payment.PaymentsList;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.Requests;
import dev.quittance.stripe.request.TimelineEntry;
import java.util.Optional;

/** Gives money that came twice back, where the organisation wants that: the same way as the office does, once. Thread-safe. */
public final class OverpaymentRefund implements OutboxHandler {
    private final PluginContext context;
    private final Requests requests;
    private final Payments payments;
    private final Refunds refunds;
    private final OverpaymentPolicy policy;

    /** Refunds by this policy. */
    public OverpaymentRefund(
            PluginContext context, Requests requests, Payments payments, Refunds refunds, OverpaymentPolicy policy) {
        this.context = context;
        this.requests = requests;
        this.payments = payments;
        this.refunds = refunds;
        this.policy = policy;
    }

    @Override
    public String kind() {
        return Payments.OVERPAYMENT_KIND;
    }

    @Override
    public Waits waits() {
        return Waits.HELD;
    }

    @Override
    public OutboxOutcome deliver(OutboxRow row) {
        if (!policy.refundsByItself(row.org())) {
            return OutboxOutcome.skipped("the office decides");
        }
        Optional<Payment> payment = News.of(row).id().flatMap(id -> payments.find(row.org(), id));
        if (payment.isEmpty()) {
            return OutboxOutcome.skipped("no such payment");
        }
        Money most = refunds.most(payment.get());
        String key = "policy-" + payment.get().paymentId();
        Optional<Refund> earlier = refunds.findSubmitted(row.org(), key);
        if (earlier.isPresent() || !most.isPositive()) {
            return OutboxOutcome.skipped("it goes back already");
        }
        RefundTerms terms =
                new RefundTerms(RefundSource.POLICY, RefundReason.DUPLICATE, true, "", TimelineEntry.SYSTEM, "");
        RefundAnswer answer =
                refunds.ask(new RefundOrder(row.org(), payment.get().paymentId(), most, terms, key));
        if (answer.refund().isPresent()) {
            return OutboxOutcome.delivered();
        }
        if (answer.held()) {
            return OutboxOutcome.retry("held");
        }
        if (answer.objections().isEmpty()) {
            return OutboxOutcome.retry("somebody gives a part of it back at this moment");
        }
        requests.find(row.org(), row.subjectId()).ifPresent(request -> tell(row, request, most));
        return OutboxOutcome.failed(answer.objections().get(0).code());
    }

    private void tell(OutboxRow row, PaymentRequest request, Money amount) {
        context.notifications()
                .notify(new Notification(
                        row.dedupeKey(),
                        row.org(),
                        PaymentsList.PERMISSION,
                        Tone.WARNING,
                        Text.of(
                                "notice.overpaid_kept",
                                "Paid twice and not given back: another plugin is against it. Refund {0} for {1} by hand, or leave it.",
                                amount,
                                request.recordName()),
                        Target.record(request.record())));
    }
}
