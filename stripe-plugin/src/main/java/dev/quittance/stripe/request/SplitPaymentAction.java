package dev.quittance.stripe.request;

import dev.quittance.api.ErrorCode;
import dev.quittance.api.ErrorType;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.money.Money;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pf4j.Extension;

/** "Split payment": one amount asked of two to six payers, each with a request, a link and a mail of their own. */
@Extension
public final class SplitPaymentAction implements RecordAction {
    private final Splits splits;
    private final Requests requests;
    private final Standings standings;
    private final Readiness readiness;

    /** The action on these requests. */
    public SplitPaymentAction(Splits splits, Requests requests, RequestRecords records, Readiness readiness) {
        this.splits = splits;
        this.requests = requests;
        this.standings = records.standings();
        this.readiness = readiness;
    }

    @Override
    public String id() {
        return "split-payment";
    }

    @Override
    public Set<String> objects() {
        return Set.of(RecordRef.PROJECT, RecordRef.INVOICE);
    }

    @Override
    public Text label() {
        return Text.of("split.action", "Split payment");
    }

    @Override
    public String permission() {
        return RequestPaymentAction.PERMISSION;
    }

    @Override
    public Optional<Form> form(RecordRef record, FormValues given, Actor actor) {
        if (!actor.may(RequestPaymentAction.PERMISSION)) {
            return Optional.empty();
        }
        return standings
                .find(actor.org(), record)
                .map(standing -> standing.subject()
                        .obstacle()
                        .map(obstacle -> SplitForm.blocked(obstacle.notice()))
                        .orElseGet(() -> open(standing, given)));
    }

    @Override
    public ActionResult submit(RecordRef record, Submission submission, Actor actor) {
        if (!actor.may(RequestPaymentAction.PERMISSION)) {
            return ActionResult.refused(
                    user("not_allowed"),
                    Text.of("error.not_allowed", "You may not request payments. Nothing was sent."));
        }
        List<PaymentRequest> earlier = splits.findSubmitted(actor.org(), submission.key());
        if (!earlier.isEmpty()) {
            return sent(earlier);
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
        ActionResult result = readiness
                .find(standing.get().org())
                .map(why -> ActionResult.refused(user(NotReady.NOT_CONNECTED), why.refusal()))
                .orElseGet(() -> read(standing.get(), record, submission, actor));
        if (result instanceof ActionResult.Done) {
            return result;
        }
        // A second click that ran beside the first one takes it for an earlier split: it is the same one.
        List<PaymentRequest> meanwhile = splits.findSubmitted(actor.org(), submission.key());
        return meanwhile.isEmpty() ? result : sent(meanwhile);
    }

    private Form open(Standing standing, FormValues given) {
        return readiness
                .find(standing.org())
                .map(why -> SplitForm.blocked(new Notice(Tone.DANGER, why.refusal())))
                .orElseGet(() -> new SplitForm(standing).opened(given));
    }

    private ActionResult read(Standing standing, RecordRef record, Submission submission, Actor actor) {
        FormValues values = submission.values();
        if (isOtherNumber(values)) {
            return ActionResult.again(new SplitForm(standing)
                    .opened(values)
                    .withNotice(new Notice(
                            Tone.INFO,
                            Text.of(
                                    "split.payers_changed",
                                    "The number of payers has changed. Check the shares. Nothing was sent."))));
        }
        FormProblems problems = new FormProblems();
        Optional<SplitTerms> terms = new SplitReader(standing, values, problems).read();
        if (terms.isEmpty()) {
            return ActionResult.again(new SplitForm(standing).rejected(values, problems));
        }
        List<Ask> asks = asks(standing, record, terms.get(), submission.key(), actor);
        Optional<Instant> twin =
                requests.findTwin(actor.org(), record, asks.get(0).terms());
        Cautions cautions = Cautions.of(standing, terms.get().whole(standing), twin, values, actor);
        Form settled = new SplitForm(standing).settled(terms.get(), cautions);
        return cautions.isConfirmed() ? ask(asks, settled, actor) : ActionResult.again(settled);
    }

    /** Whether somebody chose another number and pressed the button that sends: there were no rows, or too many, for those payers. */
    private static boolean isOtherNumber(FormValues values) {
        String shown = values.value(SplitFields.SHOWN_PAYERS);
        return SplitReader.payers(values)
                .filter(payers -> !shown.isEmpty() && !shown.equals(payers.toString()))
                .isPresent();
    }

    private static List<Ask> asks(Standing standing, RecordRef record, SplitTerms terms, String key, Actor actor) {
        String name = standing.subject().name();
        List<Ask> asks = new ArrayList<>();
        for (int part = 1; part <= terms.parts().size(); part++) {
            asks.add(new Ask(
                    Splits.partKey(key, part),
                    record,
                    name,
                    terms.parts().get(part - 1).recipient(),
                    terms.part(part, standing, name),
                    actor.userId(),
                    standing.subject().projectId()));
        }
        return asks;
    }

    private ActionResult ask(List<Ask> asks, Form settled, Actor actor) {
        Splits.Sent result = splits.ask(actor.org(), asks);
        if (result.objections().isEmpty()) {
            return sent(result.sent());
        }
        Form objected = settled;
        for (Objection objection : result.objections()) {
            objected = objected.withNotice(new Notice(Tone.DANGER, objection.reason()));
        }
        return ActionResult.again(objected);
    }

    private static ActionResult sent(List<PaymentRequest> parts) {
        PaymentRequest first = parts.get(0);
        Money total = Money.zero(first.amount().currency());
        for (PaymentRequest part : parts) {
            total = total.plus(part.amount());
        }
        return ActionResult.done(
                Text.of("split.sent", "{0} payment requests for {1} in all are on their way.", parts.size(), total),
                Target.record(first.record()));
    }

    private static ErrorCode user(String code) {
        return new ErrorCode(code, ErrorType.USER);
    }
}
