package dev.quittance.stripe.receipt;

import dev.quittance.api.PluginContext;
import dev.quittance.api.host.MailMessage;
import dev.quittance.api.host.MailOutcome;
import dev.quittance.api.money.Money;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Cell;
import dev.quittance.api.ui.Fact;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import dev.quittance.stripe.letter.Letter;
import dev.quittance.stripe.outbox.OutboxHandler;
import dev.quittance.stripe.outbox.OutboxOutcome;
import dev.quittance.stripe.outbox.OutboxRow;
import dev.quittance.stripe.payment.News;
import dev.quittance.stripe.payment.Payment;
import dev.quittance.stripe.payment.PaymentState;
import dev.quittance.stripe.payment.Payments;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.RequestMails;
import dev.quittance.stripe.request.RequestRecords;
import dev.quittance.stripe.request.Requests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** The customer's receipt, in the organisation's name: what was paid, for what, by what, when, and what is left. Thread-safe. */
public final class ReceiptMail implements OutboxHandler {
    private final PluginContext context;
    private final Requests requests;
    private final RequestRecords records;
    private final Payments payments;
    private final RequestMails mails;

    /** Receipts for these payments. */
    public ReceiptMail(
            PluginContext context, Requests requests, RequestRecords records, Payments payments, RequestMails mails) {
        this.context = context;
        this.requests = requests;
        this.records = records;
        this.payments = payments;
        this.mails = mails;
    }

    @Override
    public String kind() {
        return Payments.RECEIPT_KIND;
    }

    @Override
    public Waits waits() {
        return Waits.HELD;
    }

    @Override
    public OutboxOutcome deliver(OutboxRow row) {
        Optional<PaymentRequest> request = requests.find(row.org(), row.subjectId());
        Optional<Payment> payment = News.of(row).id().flatMap(id -> payments.find(row.org(), id));
        if (request.isEmpty()
                || payment.filter(p -> p.state() == PaymentState.SUCCEEDED).isEmpty()) {
            return OutboxOutcome.skipped("no such payment");
        }
        if (request.get().recipient().email().isEmpty()) {
            return OutboxOutcome.skipped("no e-mail address is known");
        }
        return outcome(context.mail().send(mail(row, request.get(), payment.get())));
    }

    @Override
    public void finished(DSLContext tx, OutboxRow row, OutboxOutcome outcome) {
        mails.concluded(tx, row, outcome, Letter.RECEIPT);
    }

    private static OutboxOutcome outcome(MailOutcome mail) {
        return switch (mail.kind()) {
            case HANDED_OVER -> OutboxOutcome.delivered();
            case REFUSED -> OutboxOutcome.failed(mail.detail());
            case TRY_LATER -> OutboxOutcome.retry(mail.detail());
        };
    }

    private MailMessage mail(OutboxRow row, PaymentRequest request, Payment payment) {
        List<Block> body = new ArrayList<>();
        if (payment.overpaid()) {
            body.add(
                    Block.callout(
                            Tone.WARNING,
                            Text.of(
                                    "receipt.overpaid",
                                    "This was paid before, so you have paid twice. We get in touch about the second payment.")));
        } else {
            body.add(Block.paragraph(Text.of("receipt.thanks", "Thank you. We have received your payment.")));
        }
        body.add(new Block.Amount(payment.amount(), Text.plain(request.description())));
        body.add(new Block.Facts(facts(request, payment)));
        for (String line : request.receiptLines()) {
            body.add(Block.paragraph(Text.plain(line)));
        }
        return new MailMessage(
                row.dedupeKey(),
                request.org(),
                request.recipient().email(),
                request.recipient().name(),
                request.recipient().locale(),
                Text.of("receipt.subject", "Receipt for {0}", payment.amount()),
                body);
    }

    private List<Fact> facts(PaymentRequest request, Payment payment) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(Text.of("receipt.for", "For"), Cell.plain(request.recordName())));
        payment.succeededAt()
                .ifPresent(when -> facts.add(new Fact(Text.of("receipt.date", "Date"), Cell.moment(when))));
        if (!payment.method().label().isEmpty()) {
            facts.add(new Fact(
                    Text.of("receipt.paid_by", "Paid by"),
                    Cell.plain(payment.method().label())));
        }
        facts.add(new Fact(Text.of("receipt.number", "Number"), Cell.plain(request.number())));
        records.findUnpaid(request.org(), request.record())
                .filter(Money::isPositive)
                .ifPresent(left ->
                        facts.add(new Fact(Text.of("receipt.remaining", "Remaining balance"), Cell.amount(left))));
        return facts;
    }
}
