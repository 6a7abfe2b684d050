package dev.quittance.stripe.request;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.screen.RecordAction;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.FormValues;
import dev.quittance.api.ui.Submission;
import dev.quittance.api.ui.Target;
import dev.quittance.api.ui.Text;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.pf4j.Extension;

/** "Request payment" on a project or an invoice: checks what was typed, asks for confirmation of what looks like a slip, and asks the customer. */
@Extension
public final class RequestPaymentAction implements RecordAction {
    /** The right to ask customers for money. */
    public static final String PERMISSION = "stripe-payments.request";

    private final Requests requests;
    private final Asking asking;

    /** The action on these requests. */
    public RequestPaymentAction(Requests requests, RequestRecords records, Readiness readiness) {
        this.requests = requests;
        this.asking = new Asking(records.standings(), readiness);
    }

    @Override
    public String id() {
        return "request-payment";
    }

    @Override
    public Set<String> objects() {
        return Set.of(RecordRef.PROJECT, RecordRef.INVOICE);
    }

    @Override
    public Text label() {
        return Text.of("request.action", "Request Payment");
    }

    @Override
    public String permission() {
        return PERMISSION;
    }

    @Override
    public Optional<Form> form(RecordRef record, FormValues given, Actor actor) {
        return asking.form(record, actor, standing -> new RequestForm(standing).opened(given), RequestForm::blocked);
    }

    @Override
    public ActionResult submit(RecordRef record, Submission submission, Actor actor) {
        return asking.submit(
                record,
                actor,
                () -> requests.findSubmitted(actor.org(), submission.key()).map(RequestPaymentAction::sent),
                standing -> decide(standing, submission, actor));
    }

    private Optional<ActionResult> decide(Standing standing, Submission submission, Actor actor) {
        FormProblems problems = new FormProblems();
        Optional<RequestTerms> terms = new TermsReader(standing, submission.values(), problems).read();
        Optional<Recipient> recipient = new RecipientReader(standing, submission.values(), problems).read();
        RequestForm form = new RequestForm(standing);
        if (terms.isEmpty() || recipient.isEmpty()) {
            return Optional.of(ActionResult.again(form.rejected(submission.values(), problems)));
        }
        Optional<Instant> twin =
                requests.findTwin(actor.org(), standing.subject().record(), terms.get());
        Cautions cautions = Cautions.of(standing, terms.get(), twin, submission.values(), actor);
        Form settled = form.settled(terms.get(), recipient.get(), cautions);
        if (!cautions.isConfirmed()) {
            return Optional.of(ActionResult.again(settled));
        }
        Ask ask = Ask.on(standing, submission.key(), recipient.get(), terms.get(), actor.userId());
        return Asking.answer(requests.ask(actor.org(), ask), settled, stored -> sent(stored.get(0)));
    }

    private static ActionResult sent(PaymentRequest request) {
        return ActionResult.done(
                Text.of(
                        "request.sent",
                        "Payment request for {0} is on its way to {1}.",
                        request.amount(),
                        request.recipient().email()),
                Target.record(request.record()));
    }
}
