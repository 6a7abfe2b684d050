package dev.quittance.stripe.refund;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.screen.SettingsPage;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Choice;
import dev.quittance.api.ui.Field;
import dev.quittance.api.ui.FieldType;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.Page;
import dev.quittance.api.ui.Submission;
import dev.quittance.api.ui.Text;
import java.util.List;
import java.util.Optional;
import org.pf4j.Extension;

/** Where an admin decides what becomes of money that came twice. */
@Extension
public final class OverpaymentSettings implements SettingsPage {
    private static final String PERMISSION = "stripe-payments.settings";
    private static final String FORM = "overpayments";
    private static final String POLICY = "policy";
    private static final String ASK = "ask";
    private static final String REFUND = "refund";

    private final OverpaymentPolicy policy;

    /** The page over these decisions. */
    public OverpaymentSettings(OverpaymentPolicy policy) {
        this.policy = policy;
    }

    @Override
    public String id() {
        return "overpayments";
    }

    @Override
    public Text label() {
        return Text.of("overpayments.label", "Paid twice");
    }

    @Override
    public String permission() {
        return PERMISSION;
    }

    @Override
    public Page page(Actor actor) {
        Field which = Field.of(
                        POLICY, FieldType.CHOICE, Text.of("overpayments.policy", "What becomes of the second payment?"))
                .asRequired()
                .withChoices(List.of(
                        Choice.of(ASK, Text.of("overpayments.ask", "The office is told and decides")),
                        Choice.of(REFUND, Text.of("overpayments.refund", "It is given back by itself"))))
                .withValue(policy.refundsByItself(actor.org()) ? REFUND : ASK);
        Form form = new Form(
                FORM,
                Text.of("overpayments.title", "Money that came twice"),
                List.of(),
                List.of(which),
                Text.of("overpayments.save", "Save"));
        return new Page(
                Text.of("overpayments.label", "Paid twice"),
                List.of(
                        Block.paragraph(Text.of(
                                "overpayments.why",
                                "Sometimes a customer pays the same request twice, in two tabs say. Both payments are booked and shown. "
                                        + "Stripe does not return its fee for the one that is given back.")),
                        Block.ask(form)),
                Optional.empty(),
                Optional.of(actor.org()));
    }

    @Override
    public ActionResult submit(String formId, Submission submission, Actor actor) {
        String chosen = submission.values().value(POLICY);
        if (!actor.may(PERMISSION)
                || !formId.equals(FORM)
                || !List.of(ASK, REFUND).contains(chosen)) {
            return ActionResult.absent();
        }
        policy.save(actor.org(), chosen.equals(REFUND), actor.userId());
        return ActionResult.done(
                chosen.equals(REFUND)
                        ? Text.of(
                                "overpayments.saved.refund",
                                "Saved: from now on a payment that comes twice is given back by itself. What came before stays as it is.")
                        : Text.of(
                                "overpayments.saved.ask", "Saved: the office decides about payments that come twice."));
    }
}
