package dev.quittance.stripe.notice;

import dev.quittance.api.PluginContext;
import dev.quittance.api.host.MailMessage;
import dev.quittance.api.host.MailOutcome;
import dev.quittance.api.record.OrgView;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Target;
import dev.quittance.api.ui.Text;
import dev.quittance.stripe.letter.Letter;
import dev.quittance.stripe.outbox.OutboxHandler;
import dev.quittance.stripe.outbox.OutboxOutcome;
import dev.quittance.stripe.outbox.OutboxRow;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.RequestMails;
import dev.quittance.stripe.request.Requests;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** The mail that asks the customer, with the link. Not sent for a request that is no longer open. Thread-safe. */
public final class RequestMail implements OutboxHandler {
    private final PluginContext context;
    private final Requests requests;
    private final RequestMails mails;

    /** Mails for these requests. */
    public RequestMail(PluginContext context, Requests requests, RequestMails mails) {
        this.context = context;
        this.requests = requests;
        this.mails = mails;
    }

    @Override
    public String kind() {
        return Requests.MAIL_KIND;
    }

    @Override
    public Waits waits() {
        return Waits.ELSEWHERE;
    }

    @Override
    public OutboxOutcome deliver(OutboxRow row) {
        Optional<PaymentRequest> open =
                requests.find(row.org(), row.subjectId()).filter(request -> request.isPayable());
        if (open.isEmpty()) {
            return OutboxOutcome.skipped("the request is no longer open");
        }
        Optional<URI> address = requests.links().findAddress(row.org(), row.subjectId());
        Optional<OrgView> org = context.records().findOrg(row.org());
        if (address.isEmpty() || org.isEmpty()) {
            return OutboxOutcome.skipped("the link or the organisation is gone");
        }
        MailOutcome sent = context.mail().send(mail(row, open.get(), org.get(), address.get()));
        return switch (sent.kind()) {
            case HANDED_OVER -> OutboxOutcome.delivered();
            case REFUSED -> OutboxOutcome.failed(sent.detail());
            case TRY_LATER -> OutboxOutcome.retry(sent.detail());
        };
    }

    @Override
    public void finished(DSLContext tx, OutboxRow row, OutboxOutcome outcome) {
        mails.concluded(tx, row, outcome, Letter.REQUEST);
    }

    private static MailMessage mail(OutboxRow row, PaymentRequest request, OrgView org, URI address) {
        List<Block> body = new ArrayList<>();
        if (!request.recipient().name().isEmpty()) {
            body.add(Block.paragraph(Text.of(
                    "mail.request.greeting", "Hello {0},", request.recipient().name())));
        }
        boolean isChange = row.detail().equals(Requests.CHANGED);
        body.add(Block.paragraph(intro(isChange, request, org)));
        body.add(new Block.Amount(request.amount(), Text.plain(request.description())));
        body.add(Block.button(Text.of("mail.request.button", "Pay {0}", request.amount()), Target.address(address)));
        body.add(Block.paragraph(Text.of(
                "mail.request.safe",
                "You pay on a secure page of Stripe. {0} never sees your card number.",
                org.name())));
        if (!org.phone().isEmpty()) {
            body.add(Block.paragraph(
                    Text.of("mail.request.contact", "Questions? Call {0} on {1}.", org.name(), org.phone())));
        }
        return new MailMessage(
                row.dedupeKey(),
                request.org(),
                request.recipient().email(),
                request.recipient().name(),
                request.recipient().locale(),
                isChange
                        ? Text.of(
                                "mail.changed.subject",
                                "Changed payment request from {0}: {1}",
                                org.name(),
                                request.amount())
                        : Text.of(
                                "mail.request.subject", "Payment request from {0}: {1}", org.name(), request.amount()),
                body);
    }

    private static Text intro(boolean isChange, PaymentRequest request, OrgView org) {
        return isChange
                ? Text.of(
                        "mail.changed.intro",
                        "{0} has changed what you are asked to pay for {1}. This amount takes the place of the one in the mail before; the link is the same.",
                        org.name(),
                        request.recordName())
                : Text.of(
                        "mail.request.intro", "{0} asks you for a payment for {1}.", org.name(), request.recordName());
    }
}
