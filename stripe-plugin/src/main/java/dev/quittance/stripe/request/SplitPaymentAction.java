package dev.quittance.stripe.request;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.money.Money;
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
    private final Asking asking;

    /** The action on these requests. */
    public SplitPaymentAction(Splits splits, Requests requests, RequestRecords records, Readiness readiness) {
        this.splits = splits;
        this.requests = requests;
        this.asking = new Asking(records.standings(), readiness);
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
        return asking.form(record, actor, standing -> new SplitForm(standing).opened(given), SplitForm::blocked);
    }

    @Override
    public ActionResult submit(RecordRef record, Submission submission, Actor actor) {
        return asking.submit(
                record,
                actor,
                () -> Optional.of(splits.findSubmitted(actor.org(), submission.key()))
                        .filter(earlier -> !earlier.isEmpty())
                        .map(SplitPaymentAction::sent),
                standing -> decide(standing, submission, actor));
    }

    private Optional<ActionResult> decide(Standing standing, Submission submission, Actor actor) {
        FormValues values = submission.values();
        if (isOtherNumber(values)) {
            return Optional.of(ActionResult.again(new SplitForm(standing)
                    .opened(values)
                    .withNotice(new Notice(
                            Tone.INFO,
                            Text.of(
                                    "split.payers_changed",
                                    "The number of payers has changed. Check the shares. Nothing was sent.")))));
        }
        FormProblems problems = new FormProblems();
        Optional<SplitTerms> terms = new SplitReader(standing, values, problems).read();
        if (terms.isEmpty()) {
            return Optional.of(ActionResult.again(new SplitForm(standing).rejected(values, problems)));
        }
        List<Ask> asks = asks(standing, terms.get(), submission.key(), actor);
        Optional<Instant> twin = requests.findTwin(
                actor.org(), standing.subject().record(), asks.get(0).terms());
        Cautions cautions = Cautions.of(standing, terms.get().whole(standing), twin, values, actor);
        Form settled = new SplitForm(standing).settled(terms.get(), cautions);
        return cautions.isConfirmed()
                ? Asking.answer(splits.ask(actor.org(), asks), settled, SplitPaymentAction::sent)
                : Optional.of(ActionResult.again(settled));
    }

    /** Whether somebody chose another number and pressed the button that sends: there were no rows, or too many, for those payers. */
    private static boolean isOtherNumber(FormValues values) {
        String shown = values.value(SplitFields.SHOWN_PAYERS);
        return SplitReader.payers(values)
                .filter(payers -> !shown.isEmpty() && !shown.equals(payers.toString()))
                .isPresent();
    }

    private static List<Ask> asks(Standing standing, SplitTerms terms, String key, Actor actor) {
        List<Ask> asks = new ArrayList<>();
        for (int part = 1; part <= terms.parts().size(); part++) {
            asks.add(Ask.on(
                    standing,
                    Splits.partKey(key, part),
                    terms.parts().get(part - 1).recipient(),
                    terms.part(part, standing, standing.subject().name()),
                    actor.userId()));
        }
        return asks;
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
}
