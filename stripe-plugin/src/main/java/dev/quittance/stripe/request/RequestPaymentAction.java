package dev.quittance.stripe.request;

import dev.quittance.api.ErrorCode;
import dev.quittance.api.ErrorType;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.payment.Objection;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.screen.RecordAction;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.FormValues;
import dev.quittance.api.ui.Notice;
import dev.quittance.api.ui.Submission;
import dev.quittance.api.ui.Target;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import dev.quittance.stripe.connection.Connections;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pf4j.Extension;

/** "Request payment" on a project or an invoice: checks what was typed, asks for confirmation of what looks like a slip, and asks the customer. */
@Extension
public final class RequestPaymentAction implements RecordAction {
    /** The right to ask customers for money. */
    public static final String PERMISSION = "stripe-payments.request";

    private final Requests requests;
    private final Standings standings;
    private final Connections connections;

    /** The action on these requests. */
    public RequestPaymentAction(Requests requests, RequestRecords records, Connections connections) {
        this.requests = requests;
        this.standings = records.standings();
        this.connections = connections;
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
        if (!actor.may(PERMISSION)) {
            return Optional.empty();
        }
        return standings
                .find(actor.org(), record)
                .map(standing -> standing.subject()
                        .obstacle()
                        .map(obstacle -> RequestForm.blocked(obstacle.notice()))
                        .orElseGet(() -> opened(standing, given)));
    }

    private Form opened(Standing standing, FormValues given) {
        return notReady(standing)
                .map(reason -> RequestForm.blocked(new Notice(Tone.DANGER, reason)))
                .orElseGet(() -> new RequestForm(standing).opened(given));
    }

    @Override
    public ActionResult submit(RecordRef record, Submission submission, Actor actor) {
        if (!actor.may(PERMISSION)) {
            return ActionResult.refused(
                    user("not_allowed"),
                    Text.of("error.not_allowed", "You may not request payments. Nothing was sent."));
        }
        Optional<PaymentRequest> earlier = requests.findSubmitted(actor.org(), submission.key());
        if (earlier.isPresent()) {
            return sent(earlier.get());
        }
        Optional<Standing> standing = standings.find(actor.org(), record);
        if (standing.isEmpty()) {
            return ActionResult.absent();
        }
        Optional<Obstacle> obstacle = standing.get().subject().obstacle();
        if (obstacle.isPresent()) {
            return ActionResult.refused(
                    user("nothing_to_collect"), obstacle.get().words());
        }
        ActionResult result = notReady(standing.get())
                .map(reason -> ActionResult.refused(user("not_connected"), reason))
                .orElseGet(() -> read(standing.get(), record, submission, actor));
        // A second click that ran beside the first one takes it for an earlier request: it is the same one.
        return result instanceof ActionResult.Done
                ? result
                : requests.findSubmitted(actor.org(), submission.key())
                        .map(RequestPaymentAction::sent)
                        .orElse(result);
    }

    private ActionResult read(Standing standing, RecordRef record, Submission submission, Actor actor) {
        FormProblems problems = new FormProblems();
        Optional<RequestTerms> terms = new TermsReader(standing, submission.values(), problems).read();
        Optional<Recipient> recipient = new RecipientReader(standing, submission.values(), problems).read();
        if (terms.isEmpty() || recipient.isEmpty()) {
            return ActionResult.again(new RequestForm(standing).rejected(submission.values(), problems));
        }
        Ask ask = new Ask(
                submission.key(),
                record,
                standing.subject().name(),
                recipient.get(),
                terms.get(),
                actor.userId(),
                standing.subject().projectId());
        Optional<Instant> twin = requests.findTwin(actor.org(), record, terms.get());
        Cautions cautions = Cautions.of(standing, terms.get(), twin, submission.values(), actor);
        return cautions.isConfirmed()
                ? ask(standing, ask, cautions, actor)
                : ActionResult.again(new RequestForm(standing).settled(terms.get(), recipient.get(), cautions));
    }

    private ActionResult ask(Standing standing, Ask ask, Cautions cautions, Actor actor) {
        return requests.ask(actor.org(), ask)
                .fold(
                        stored -> sent(stored.request()),
                        objected -> ActionResult.again(objected(
                                new RequestForm(standing).settled(ask.terms(), ask.recipient(), cautions),
                                objected.objections())));
    }

    private static Form objected(Form form, List<Objection> objections) {
        Form shown = form;
        for (Objection objection : objections) {
            shown = shown.withNotice(new Notice(Tone.DANGER, objection.reason()));
        }
        return shown;
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

    private Optional<Text> notReady(Standing standing) {
        return NotReady.find(standing.org(), connections.findLive(standing.org().id()))
                .map(NotReady::refusal);
    }

    private static ErrorCode user(String code) {
        return new ErrorCode(code, ErrorType.USER);
    }
}
