package dev.quittance.stripe.checkout;

import dev.quittance.api.ErrorCode;
import dev.quittance.api.ErrorType;
import dev.quittance.api.identity.Actor;
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
import dev.quittance.stripe.outbox.OutboxOutcome;
import dev.quittance.stripe.payment.Stops;
import dev.quittance.stripe.request.OpenRequests;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.RequestPaymentAction;
import dev.quittance.stripe.request.RequestRecords;
import dev.quittance.stripe.request.RequestState;
import dev.quittance.stripe.request.Requests;
import dev.quittance.stripe.request.StopReason;
import dev.quittance.stripe.storage.Database;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pf4j.Extension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * "Cancel a request" on a project or an invoice. From its commit on nobody can begin to pay; a page of Stripe's that is open
 * already is closed there first, and only then is the request canceled. Whoever was faster has paid, and it is booked.
 */
@Extension
public final class CancelRequestAction implements RecordAction {
    private static final Logger LOG = LoggerFactory.getLogger(CancelRequestAction.class);

    /** After all by which money comes. */
    private static final int LAST = 100;

    private final Database database;
    private final Requests requests;
    private final RequestRecords records;
    private final OpenRequests openRequests;
    private final Stops stops;
    private final SessionCloser closer;

    /** Cancels these requests. */
    public CancelRequestAction(
            Database database, Requests requests, RequestRecords records, Stops stops, SessionCloser closer) {
        this.database = database;
        this.requests = requests;
        this.records = records;
        this.openRequests = new OpenRequests(requests, records);
        this.stops = stops;
        this.closer = closer;
    }

    @Override
    public String id() {
        return "cancel-request";
    }

    @Override
    public Set<String> objects() {
        return Set.of(RecordRef.PROJECT, RecordRef.INVOICE);
    }

    @Override
    public Text label() {
        return Text.of("cancel.action", "Cancel a request");
    }

    @Override
    public String permission() {
        return RequestPaymentAction.PERMISSION;
    }

    @Override
    public int rank() {
        return LAST;
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
        return Optional.of(open.isEmpty() ? nothingOpen() : form(open));
    }

    @Override
    public ActionResult submit(RecordRef record, Submission submission, Actor actor) {
        if (!actor.may(permission())) {
            return ActionResult.absent();
        }
        String chosen = submission.values().value(OpenRequests.FIELD);
        List<PaymentRequest> open = openRequests.list(record, actor);
        Optional<PaymentRequest> request = open.stream()
                .filter(one -> one.requestId().toString().equals(chosen))
                .findFirst()
                .or(() -> openRequests.find(record, actor, chosen));
        if (request.isEmpty()) {
            Text choose = Text.of("cancel.error.choose", "Choose the request to cancel.");
            return open.isEmpty()
                    ? form(record, submission.values(), actor)
                            .map(ActionResult::again)
                            .orElse(ActionResult.absent())
                    : ActionResult.again(form(open).answered(submission.values(), Map.of(OpenRequests.FIELD, choose)));
        }
        cancel(request.get(), actor);
        return requests.find(actor.org(), request.get().requestId())
                .map(after -> told(after, record))
                .orElse(ActionResult.absent());
    }

    private void cancel(PaymentRequest request, Actor actor) {
        database.inTransaction(tx -> {
            PaymentRequest locked = requests.lock(tx, request.org(), request.requestId());
            if (locked.state() == RequestState.OPEN) {
                stops.stop(tx, locked, StopReason.CANCELED, actor.userId());
            }
        });
        if (isStopping(request)) {
            OutboxOutcome closed = closer.close(request.org(), request.requestId());
            LOG.debug("session of request {} closed: {}", request.requestId(), closed.kind());
        }
        stops.nudge();
    }

    private boolean isStopping(PaymentRequest request) {
        return requests.find(request.org(), request.requestId())
                .filter(now -> now.state() == RequestState.OPEN && now.stopped().isPresent())
                .isPresent();
    }

    private static ActionResult told(PaymentRequest after, RecordRef record) {
        return switch (after.state()) {
            case CANCELED ->
                ActionResult.done(
                        Text.of(
                                "cancel.done",
                                "The request for {0} is canceled. Nobody was charged, and its link asks for nothing any more.",
                                after.amount()),
                        Target.record(record));
            case OPEN ->
                ActionResult.done(
                        Text.of(
                                "cancel.stopping",
                                "The request for {0} is being withdrawn: nobody can begin to pay it. Stripe has not closed a page that "
                                        + "was open yet. If money still comes that way it is booked, and you are told.",
                                after.amount()),
                        Target.record(record));
            case PROCESSING, PAID, PARTLY_PAID, DRAFT, CLOSED, EXPIRED ->
                ActionResult.refused(
                        new ErrorCode("request_not_open", ErrorType.USER),
                        Text.of(
                                "cancel.error.not_open",
                                "The customer was faster: {0} is paid or on its way, so nothing was canceled. Look at its payments.",
                                after.amount()));
        };
    }

    private static Form nothingOpen() {
        Notice why = new Notice(
                Tone.INFO,
                Text.of(
                        "cancel.nothing",
                        "No request is open here, so there is nothing to cancel. Nobody was charged."));
        return new Form(
                "cancel-request",
                Text.of("cancel.title", "Cancel a payment request"),
                List.of(why),
                List.of(),
                Text.of("cancel.look_again", "Look again"));
    }

    private static Form form(List<PaymentRequest> open) {
        return new Form(
                "cancel-request",
                Text.of("cancel.title", "Cancel a payment request"),
                List.of(),
                List.of(OpenRequests.field(open)),
                Text.of("cancel.submit", "Cancel request"));
    }
}
