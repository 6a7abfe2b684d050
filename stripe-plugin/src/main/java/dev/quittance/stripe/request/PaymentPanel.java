package dev.quittance.stripe.request;

import dev.quittance.api.ErrorCode;
import dev.quittance.api.ErrorType;
import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.record.InvoiceView;
import dev.quittance.api.record.OrgView;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.screen.RecordPanel;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.Submission;
import dev.quittance.api.ui.Target;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pf4j.Extension;

/**
 * What somebody should know of money when they open a record: that nobody can pay yet and who can mend that, or that the deposit of
 * a signed project waits to be asked for. Says nothing where there is nothing to do.
 */
@Extension
public final class PaymentPanel implements RecordPanel {
    static final String ASK_ADMIN = "ask-admin";

    private static final String SETTINGS_PERMISSION = "stripe-payments.settings";

    private final PluginContext context;
    private final Readiness readiness;
    private final RequestPaymentAction action;
    private final DepositPrompt deposit;

    /** The panel beside this action. */
    public PaymentPanel(
            PluginContext context,
            Readiness readiness,
            RequestPaymentAction action,
            Requests requests,
            RequestRecords records) {
        this.context = context;
        this.readiness = readiness;
        this.action = action;
        this.deposit = new DepositPrompt(action, requests, records);
    }

    @Override
    public String id() {
        return "payments";
    }

    @Override
    public Set<String> objects() {
        return Set.of(RecordRef.PROJECT, RecordRef.INVOICE);
    }

    @Override
    public String permission() {
        return RequestPaymentAction.PERMISSION;
    }

    @Override
    public List<Block> blocks(RecordRef record, Actor actor) {
        Optional<OrgView> org = findOrg(record, actor);
        if (org.isEmpty()) {
            return List.of();
        }
        return readiness
                .find(org.get())
                .map(why -> notReady(why, actor))
                .orElseGet(() -> deposit.blocks(record, actor));
    }

    @Override
    public ActionResult submit(RecordRef record, String formId, Submission submission, Actor actor) {
        if (!actor.may(RequestPaymentAction.PERMISSION)) {
            return ActionResult.refused(
                    new ErrorCode("not_allowed", ErrorType.USER),
                    Text.of("error.not_allowed", "You may not request payments. Nothing was sent."));
        }
        Optional<OrgView> org = findOrg(record, actor);
        if (org.isEmpty()) {
            return ActionResult.absent();
        }
        return switch (formId) {
            case ASK_ADMIN -> askAdmin(org.get(), actor);
            case DepositPrompt.SEND -> deposit.send(record, submission, actor);
            case DepositPrompt.OPEN -> deposit.open(record, actor);
            // What the others above answer with is the request form, and it comes back here.
            case RequestForm.ID -> action.submit(record, submission, actor);
            default -> ActionResult.absent();
        };
    }

    /** The organisation, if it has this record and the actor may ask for money on it. */
    private Optional<OrgView> findOrg(RecordRef record, Actor actor) {
        if (!actor.may(RequestPaymentAction.PERMISSION)) {
            return Optional.empty();
        }
        boolean isThere = record.object().equals(RecordRef.PROJECT)
                ? context.records().findProject(actor.org(), record.id()).isPresent()
                : record.object().equals(RecordRef.INVOICE) && isOwed(record, actor);
        return isThere ? context.records().findOrg(actor.org()) : Optional.empty();
    }

    private boolean isOwed(RecordRef record, Actor actor) {
        return context.records()
                .findInvoice(actor.org(), record.id())
                .filter(invoice -> !invoice.state().equals(InvoiceView.STATE_VOID))
                .isPresent();
    }

    private static List<Block> notReady(NotReady why, Actor actor) {
        Block reason = Block.callout(Tone.WARNING, why.reason());
        if (actor.may(SETTINGS_PERMISSION)) {
            return List.of(
                    reason,
                    Block.button(Text.of("not_ready.settings", "Open the Stripe settings"), Target.page("settings")));
        }
        return List.of(
                reason,
                Block.paragraph(why.whoHelps()),
                Block.ask(new Form(
                        ASK_ADMIN, Text.of("not_ready.title", "Ask for help"), List.of(), List.of(), why.ask())));
    }

    private ActionResult askAdmin(OrgView org, Actor actor) {
        Optional<NotReady> why = readiness.find(org);
        why.ifPresent(reason -> readiness.ask(reason, actor));
        return ActionResult.done(why.map(NotReady::told)
                .orElseGet(() -> Text.of("not_ready.ready_now", "Stripe is ready by now: customers can pay.")));
    }
}
