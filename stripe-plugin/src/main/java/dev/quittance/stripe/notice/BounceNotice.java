package dev.quittance.stripe.notice;

import dev.quittance.api.PluginContext;
import dev.quittance.api.host.Notification;
import dev.quittance.api.ui.Target;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import dev.quittance.stripe.letter.Letter;
import dev.quittance.stripe.outbox.OutboxHandler;
import dev.quittance.stripe.outbox.OutboxOutcome;
import dev.quittance.stripe.outbox.OutboxRow;
import dev.quittance.stripe.payment.PaymentsList;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.Requests;
import java.util.Optional;

/** The office learns that a mail came back, and what to do. Thread-safe. */
public final class BounceNotice implements OutboxHandler {
    /** Its subject is the request, its detail the kind of mail and the server's code. */
    static final String KIND = "bounce_notice";

    private final PluginContext context;
    private final Requests requests;

    /** Notices about these. */
    public BounceNotice(PluginContext context, Requests requests) {
        this.context = context;
        this.requests = requests;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public OutboxOutcome deliver(OutboxRow row) {
        Optional<PaymentRequest> request = requests.find(row.org(), row.subjectId());
        if (request.isEmpty()) {
            return OutboxOutcome.skipped("the request is gone");
        }
        context.notifications()
                .notify(new Notification(
                        row.dedupeKey(),
                        row.org(),
                        PaymentsList.PERMISSION,
                        Tone.WARNING,
                        text(row.detail(), request.get()),
                        Target.record(request.get().record())));
        return OutboxOutcome.delivered();
    }

    private static Text text(String detail, PaymentRequest request) {
        return detail.startsWith(Letter.RECEIPT + "/")
                ? Text.of(
                        "notice.bounced_receipt",
                        "The receipt for {0} for {1} came back: no mailbox took it. The payment stands. Correct the e-mail address of the "
                                + "client and give them a receipt another way.",
                        request.amount(),
                        request.recordName())
                : Text.of(
                        "notice.bounced_request",
                        "The mail that asks for {0} for {1} came back: no mailbox took it. Nobody was charged. Correct the e-mail address "
                                + "and request the payment again.",
                        request.amount(),
                        request.recordName());
    }
}
