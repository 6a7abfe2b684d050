package dev.quittance.stripe.refund;

import dev.quittance.api.ErrorCode;
import dev.quittance.api.ErrorType;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.money.Money;
import dev.quittance.api.money.MoneyException;
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
import dev.quittance.stripe.hold.HoldWords;
import dev.quittance.stripe.payment.Payments;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.RequestRecords;
import dev.quittance.stripe.request.Requests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pf4j.Extension;

/** "Refund" on a project or an invoice: all or a part of a payment goes back to where it came from. */
@Extension
public final class RefundPaymentAction implements RecordAction {
    /** The right to give money back. */
    public static final String PERMISSION = "stripe-payments.refund";

    private static final int MAX_NOTE = 500;

    /** Behind all by which money comes, before what takes a request back. */
    private static final int NEAR_THE_END = 90;

    private final Refunds refunds;
    private final Requests requests;
    private final RequestRecords records;
    private final Payments payments;

    /** Gives back what came for these. */
    public RefundPaymentAction(Refunds refunds, Requests requests, RequestRecords records, Payments payments) {
        this.refunds = refunds;
        this.requests = requests;
        this.records = records;
        this.payments = payments;
    }

    @Override
    public String id() {
        return "refund";
    }

    @Override
    public Set<String> objects() {
        return Set.of(RecordRef.PROJECT, RecordRef.INVOICE);
    }

    @Override
    public Text label() {
        return Text.of("refund.action", "Refund");
    }

    @Override
    public String permission() {
        return PERMISSION;
    }

    @Override
    public int rank() {
        return NEAR_THE_END;
    }

    @Override
    public boolean isOffered(RecordRef record, Actor actor) {
        return !listLeft(record, actor).isEmpty();
    }

    @Override
    public Optional<Form> form(RecordRef record, FormValues given, Actor actor) {
        if (!actor.may(PERMISSION) || records.findBalance(actor.org(), record).isEmpty()) {
            return Optional.empty();
        }
        List<RefundForm.Left> left = listLeft(record, actor);
        return Optional.of(left.isEmpty() ? RefundForm.nothing() : RefundForm.of(left, given));
    }

    @Override
    public ActionResult submit(RecordRef record, Submission submission, Actor actor) {
        if (!actor.may(PERMISSION)) {
            return ActionResult.refused(
                    new ErrorCode("not_allowed", ErrorType.USER),
                    Text.of("refund.error.not_allowed", "You may not refund payments. Nothing was given back."));
        }
        Optional<Refund> earlier = refunds.findSubmitted(actor.org(), submission.key());
        if (earlier.isPresent()) {
            return told(earlier.get(), record);
        }
        List<RefundForm.Left> left = listLeft(record, actor);
        if (left.isEmpty()) {
            return form(record, submission.values(), actor)
                    .map(ActionResult::again)
                    .orElse(ActionResult.absent());
        }
        FormValues values = submission.values();
        Optional<RefundForm.Left> chosen = left.stream()
                .filter(one -> one.id().equals(values.value(RefundForm.PAYMENT)))
                .findFirst();
        if (chosen.isEmpty()) {
            Text choose = Text.of("refund.error.choose", "Choose the payment to refund. Nothing was given back.");
            return ActionResult.again(RefundForm.of(left).answered(values, Map.of(RefundForm.PAYMENT, choose)));
        }
        return ask(record, submission, actor, left, chosen.get());
    }

    private ActionResult ask(
            RecordRef record, Submission submission, Actor actor, List<RefundForm.Left> left, RefundForm.Left chosen) {
        FormValues values = submission.values();
        Form form = RefundForm.of(left);
        if (saysAllAndAPart(values, chosen)) {
            Text which = Text.of(
                    "refund.error.all_and_part",
                    "You entered an amount and chose all that is left. Choose a part of it, or leave the amount empty. Nothing was "
                            + "given back.");
            return ActionResult.again(form.answered(values, Map.of(RefundForm.HOW, which)));
        }
        Optional<Money> amount = amount(values, chosen);
        if (amount.isEmpty()) {
            Text wrong = Text.of(
                    "refund.error.amount",
                    "Enter an amount above zero in digits, for example 60.00. Nothing was given back.");
            return ActionResult.again(form.answered(values, Map.of(RefundForm.AMOUNT, wrong)));
        }
        RefundOrder order = new RefundOrder(
                actor.org(),
                chosen.payment().paymentId(),
                amount.get(),
                terms(values, chosen, actor),
                submission.key());
        RefundAnswer answer = refunds.ask(order);
        if (answer.refund().isPresent()) {
            return told(answer.refund().get(), record);
        }
        if (answer.held()) {
            return ActionResult.refused(new ErrorCode("held", ErrorType.USER), HoldWords.refused());
        }
        if (answer.most().isPresent()) {
            return ActionResult.again(form.answered(
                    values, Map.of(RefundForm.AMOUNT, tooMuch(answer.most().get()))));
        }
        Form objected = form.answered(values, Map.of());
        for (Objection objection : answer.objections()) {
            objected = objected.withNotice(new Notice(Tone.DANGER, objection.reason()));
        }
        return ActionResult.again(objected);
    }

    private static Text tooMuch(Money most) {
        return Text.of(
                "refund.error.too_much", "The most you can refund is {0}. Nothing was given back by this click.", most);
    }

    /** Nobody's whole payment goes back because a part was typed beside the wrong choice. */
    private static boolean saysAllAndAPart(FormValues values, RefundForm.Left chosen) {
        String typed = values.value(RefundForm.AMOUNT);
        return values.value(RefundForm.HOW).equals(RefundForm.ALL)
                && !typed.isBlank()
                && parsed(typed, chosen).filter(chosen.most()::equals).isEmpty();
    }

    private static Optional<Money> amount(FormValues values, RefundForm.Left chosen) {
        String typed = values.value(RefundForm.AMOUNT);
        boolean isPart = values.value(RefundForm.HOW).equals(RefundForm.PART);
        return typed.isBlank() && !isPart ? Optional.of(chosen.most()) : parsed(typed, chosen);
    }

    private static Optional<Money> parsed(String typed, RefundForm.Left chosen) {
        try {
            return Optional.of(Money.parse(typed, chosen.most().currency())).filter(Money::isPositive);
        } catch (MoneyException e) {
            return Optional.empty();
        }
    }

    private static RefundTerms terms(FormValues values, RefundForm.Left chosen, Actor actor) {
        RefundReason reason = RefundReason.find(values.value(RefundForm.REASON)).orElse(RefundReason.OTHER);
        String owed = values.value(RefundForm.OWED);
        boolean byReason = reason.isOwedAgain(chosen.payment());
        boolean again = owed.equals(RefundForm.AGAIN) || (byReason && !owed.equals(RefundForm.OFF_PRICE));
        String note = values.value(RefundForm.NOTE).strip();
        return new RefundTerms(
                RefundSource.OFFICE,
                reason,
                again,
                note.length() > MAX_NOTE ? note.substring(0, MAX_NOTE) : note,
                actor.userId(),
                actor.name());
    }

    private List<RefundForm.Left> listLeft(RecordRef record, Actor actor) {
        Map<UUID, String> asked = requests
                .list(actor.org(), records.listFamily(actor.org(), record), Optional.empty(), Integer.MAX_VALUE)
                .stream()
                .collect(Collectors.toUnmodifiableMap(PaymentRequest::requestId, PaymentRequest::description));
        return payments.list(actor.org(), List.copyOf(asked.keySet())).stream()
                .map(payment -> new RefundForm.Left(
                        payment, asked.getOrDefault(payment.requestId(), ""), refunds.most(payment)))
                .filter(one -> one.most().isPositive())
                .collect(Collectors.toUnmodifiableList());
    }

    private static ActionResult told(Refund refund, RecordRef record) {
        return switch (refund.state()) {
            case RESERVED, PENDING, REQUIRES_ACTION, SUCCEEDED ->
                ActionResult.done(words(refund), Target.record(record));
            case FAILED, CANCELED, REFUSED ->
                ActionResult.refused(
                        new ErrorCode("refund_refused", ErrorType.STRIPE),
                        Text.of(
                                "refund.error.refused",
                                "{0} was not given back: Stripe said no ({1}). Look at the payment, then try again or pay the "
                                        + "customer another way.",
                                refund.amount(),
                                refund.problem()));
        };
    }

    private static Text words(Refund refund) {
        if (refund.state() == RefundState.RESERVED) {
            return Text.of(
                    "refund.reserved",
                    "{0} is set aside. Stripe has not answered yet; it is asked again by itself. Do not refund it a second time.",
                    refund.amount());
        }
        return refund.state() == RefundState.SUCCEEDED
                ? Text.of(
                        "refund.done",
                        "{0} was given back. The customer sees it in 5 to 10 business days and gets a mail about it.",
                        refund.amount())
                : Text.of(
                        "refund.pending",
                        "{0} is on its way back. The bank takes its time; you are told when it is done.",
                        refund.amount());
    }
}
