package dev.quittance.stripe.request;

import dev.quittance.api.ErrorCode;
import dev.quittance.api.ErrorType;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.ClientView;
import dev.quittance.api.record.ProjectView;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Field;
import dev.quittance.api.ui.FieldType;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.FormValues;
import dev.quittance.api.ui.Notice;
import dev.quittance.api.ui.Submission;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The hint on a signed project that its deposit waits to be asked for, and its one button: it submits the request form as that opens
 * for a deposit, so that whatever holds for the form holds for the button.
 */
final class DepositPrompt {
    static final String SEND = "send-deposit";
    static final String OPEN = "open-deposit";

    /** What the button said it would ask for: a contract may change while somebody reads. Never trusted. */
    static final String SHOWN = "shownAmount";

    private static final FormValues AS_DEPOSIT = new FormValues(Map.of(RequestFields.TYPE, RequestType.DEPOSIT.code()));

    private final RequestPaymentAction action;
    private final Requests requests;
    private final Standings standings;

    DepositPrompt(RequestPaymentAction action, Requests requests, RequestRecords records) {
        this.action = action;
        this.requests = requests;
        this.standings = records.standings();
    }

    /** The hint; nothing while no deposit is due. */
    List<Block> blocks(RecordRef record, Actor actor) {
        return findDue(record, actor)
                .flatMap(standing -> Preset.of(RequestType.DEPOSIT, standing)
                        .amount()
                        .map(amount -> standing.client()
                                .flatMap(ClientView::email)
                                .map(email -> toSend(standing, amount, email))
                                .orElseGet(() -> toOpen(standing, amount))))
                .orElse(List.of());
    }

    /** Sends it, as the form would. Safe to repeat with the same submission key. */
    ActionResult send(RecordRef record, Submission submission, Actor actor) {
        if (wasSent(submission, actor)) {
            return action.submit(record, submission, actor);
        }
        ActionResult result = sendIfDue(record, submission, actor);
        // A second click that ran beside the first one finds the deposit asked for: by the first one.
        return result instanceof ActionResult.Done || !wasSent(submission, actor)
                ? result
                : action.submit(record, submission, actor);
    }

    private boolean wasSent(Submission submission, Actor actor) {
        return requests.findSubmitted(actor.org(), submission.key()).isPresent();
    }

    private ActionResult sendIfDue(RecordRef record, Submission submission, Actor actor) {
        Optional<Form> form = action.form(record, AS_DEPOSIT, actor);
        if (form.isEmpty()) {
            return ActionResult.absent();
        }
        if (findDue(record, actor).isEmpty()) {
            return ActionResult.refused(
                    new ErrorCode("deposit_not_due", ErrorType.USER),
                    Text.of(
                            "error.deposit_not_due",
                            "This project no longer waits for a deposit request: somebody may have sent it just now. Look at its payments. This click sent nothing."));
        }
        if (form.get().fields().isEmpty()) {
            // Nobody can be asked now; the action says why.
            return action.submit(record, submission, actor);
        }
        FormValues defaults = valuesOf(form.get());
        if (!submission.values().value(SHOWN).equals(defaults.value(RequestFields.AMOUNT))) {
            return ActionResult.again(
                    form.get()
                            .withNotice(
                                    new Notice(
                                            Tone.WARNING,
                                            Text.of(
                                                    "deposit.changed",
                                                    "The contract has changed since you opened the page. Check the amount. Nothing was sent."))));
        }
        return action.submit(record, new Submission(submission.key(), defaults), actor);
    }

    /** Leads to the request form, filled in for a deposit. */
    ActionResult open(RecordRef record, Actor actor) {
        return action.form(record, AS_DEPOSIT, actor).map(ActionResult::again).orElseGet(ActionResult::absent);
    }

    /** Where the project stands, if it is signed, has a contract, and no deposit of it is open, on its way or in. */
    private Optional<Standing> findDue(RecordRef record, Actor actor) {
        return record.object().equals(RecordRef.PROJECT)
                ? standings
                        .find(actor.org(), record)
                        .filter(standing -> standing.subject().stage().equals(ProjectView.STAGE_SIGNED)
                                && standing.contract().isPresent()
                                && standing.deposits().isZero())
                : Optional.empty();
    }

    private static List<Block> toSend(Standing standing, Money amount, String email) {
        Form form = new Form(
                        SEND,
                        Text.of("deposit.title", "Deposit request"),
                        List.of(),
                        List.of(),
                        Text.of("deposit.send", "Send deposit request"))
                .withField(Field.of(SHOWN, FieldType.HIDDEN, Text.plain("")).withValue(amount.toPlainDecimal()));
        return List.of(
                question(amount),
                Block.paragraph(Text.of(
                        "deposit.recipient",
                        "It goes to {0}, {1}.",
                        standing.client().map(ClientView::name).orElse(""),
                        email)),
                Block.ask(form));
    }

    private static List<Block> toOpen(Standing standing, Money amount) {
        return List.of(
                question(amount),
                Block.paragraph(Text.of(
                        "deposit.no_email",
                        "{0} has no e-mail address. Enter the one to send the request to.",
                        standing.client().map(ClientView::name).orElse(""))),
                Block.ask(new Form(
                        OPEN,
                        Text.of("deposit.title", "Deposit request"),
                        List.of(),
                        List.of(),
                        Text.of("deposit.open", "Enter an address"))));
    }

    private static Block question(Money amount) {
        return Block.callout(
                Tone.INFO,
                Text.of(
                        "deposit.question",
                        "Send the deposit request now? {0} ({1}%)",
                        amount,
                        Share.format(Preset.DEPOSIT_PERCENT)));
    }

    private static FormValues valuesOf(Form form) {
        Map<String, String> values = new TreeMap<>();
        for (Field field : form.fields()) {
            values.put(field.key(), field.value());
        }
        return new FormValues(values);
    }
}
