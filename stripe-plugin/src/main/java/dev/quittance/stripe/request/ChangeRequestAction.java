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
import dev.quittance.api.ui.Submission;
import dev.quittance.api.ui.Target;
import dev.quittance.api.ui.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pf4j.Extension;

/**
 * "Change an amount" on a project or an invoice: an open request asks for another amount by the same link. From its commit on nobody
 * can begin to pay the former amount, and a page of Stripe's that is open for it is closed first. Whoever was faster has paid.
 */
@Extension
public final class ChangeRequestAction implements RecordAction {
    /** Before canceling, after all by which money comes. */
    private static final int LATE = 90;

    private final Requests requests;
    private final RequestRecords records;
    private final OpenRequests openRequests;
    private final AmountChanges changes;

    /** Changes these requests. */
    public ChangeRequestAction(Requests requests, RequestRecords records, AmountChanges changes) {
        this.requests = requests;
        this.records = records;
        this.openRequests = new OpenRequests(requests, records);
        this.changes = changes;
    }

    @Override
    public String id() {
        return "change-request";
    }

    @Override
    public Set<String> objects() {
        return Set.of(RecordRef.PROJECT, RecordRef.INVOICE);
    }

    @Override
    public Text label() {
        return Text.of("change.action", "Change an amount");
    }

    @Override
    public String permission() {
        return RequestPaymentAction.PERMISSION;
    }

    @Override
    public int rank() {
        return LATE;
    }

    @Override
    public boolean isOffered(RecordRef record, Actor actor) {
        return !openRequests.list(record, actor).isEmpty();
    }

    @Override
    public Optional<Form> form(RecordRef record, FormValues given, Actor actor) {
        if (!actor.may(permission()) || records.findBalance(actor.org(), record).isEmpty()) {
            return Optional.empty();
        }
        List<PaymentRequest> open = openRequests.list(record, actor);
        return Optional.of(open.isEmpty() ? ChangeForm.nothingOpen() : new ChangeForm(open).opened(given));
    }

    @Override
    public ActionResult submit(RecordRef record, Submission submission, Actor actor) {
        if (!actor.may(permission())) {
            return ActionResult.absent();
        }
        FormValues values = submission.values();
        List<PaymentRequest> open = openRequests.list(record, actor);
        ChangeForm form = new ChangeForm(open);
        Optional<PaymentRequest> request =
                form.chosen(values).or(() -> openRequests.find(record, actor, values.value(OpenRequests.FIELD)));
        if (request.isPresent()) {
            return decide(form, request.get(), values, actor);
        }
        Text choose = Text.of("change.error.choose", "Choose the request to change.");
        return open.isEmpty()
                ? form(record, values, actor).map(ActionResult::again).orElse(ActionResult.absent())
                : ActionResult.again(form.rejected(values, Map.of(OpenRequests.FIELD, choose)));
    }

    private ActionResult decide(ChangeForm form, PaymentRequest request, FormValues values, Actor actor) {
        if (request.state() != RequestState.OPEN) {
            return tooLate(request);
        }
        Optional<Standing> standing = records.standings().find(actor.org(), request.record());
        if (standing.isEmpty()) {
            return ActionResult.absent();
        }
        FormProblems problems = new FormProblems();
        Optional<Money> next =
                new AmountReader(standing.get(), problems).readAmount(values.value(RequestFields.AMOUNT));
        if (next.isEmpty()) {
            return ActionResult.again(form.rejected(values, problems.byField()));
        }
        Cautions cautions = cautions(standing.get(), request, next.get(), values, actor);
        if (!cautions.isConfirmed()) {
            return ActionResult.again(form.settled(values, cautions));
        }
        List<Objection> objections = isThere(request, next.get())
                ? List.of()
                : changes.change(
                        request,
                        new AmountChanges.Change(next.get(), standing.get().turn(), actor.userId()));
        return objections.isEmpty()
                ? told(request, next.get())
                : ActionResult.again(Asking.objected(form.rejected(values, Map.of()), objections));
    }

    /** More than is left is asked for as anew; money that is on its way to the record is named. */
    private static Cautions cautions(
            Standing standing, PaymentRequest request, Money next, FormValues values, Actor actor) {
        RequestTerms terms = new RequestTerms(request.type(), Optional.empty(), next, request.description());
        return Cautions.of(standing.without(request), terms, Optional.empty(), values, actor);
    }

    private static boolean isThere(PaymentRequest request, Money next) {
        return request.nextAmount().orElse(request.amount()).equals(next);
    }

    private ActionResult told(PaymentRequest before, Money next) {
        Optional<PaymentRequest> found = requests.find(before.org(), before.requestId());
        if (found.isEmpty()) {
            return ActionResult.absent();
        }
        PaymentRequest after = found.get();
        if (after.state() != RequestState.OPEN) {
            return tooLate(after);
        }
        if (!isThere(after, next)) {
            return ActionResult.refused(
                    new ErrorCode("changed_meanwhile", ErrorType.USER),
                    Text.of(
                            "change.error.meanwhile",
                            "Somebody else requested or changed a payment here at the same time. The request asks for {0}. Look at the payments and try again.",
                            after.amount()));
        }
        Text words = after.isChanging()
                ? Text.of(
                        "change.changing",
                        "The request will ask for {0}. Stripe has not closed a page that was open for {1} yet; until then nobody can begin to pay. If money still comes that way it is booked, and you are told.",
                        next,
                        after.amount())
                : Text.of(
                        "change.done",
                        "The request asks for {0} now, by the same link. Nobody was charged.",
                        after.amount());
        return ActionResult.done(words, Target.record(after.record()));
    }

    private static ActionResult tooLate(PaymentRequest request) {
        return ActionResult.refused(
                new ErrorCode("request_not_open", ErrorType.USER),
                Text.of(
                        "change.error.not_open",
                        "This request is no longer open: {0} is paid, on its way or withdrawn, so its amount was not changed. Look at its payments.",
                        request.amount()));
    }
}
