package dev.quittance.stripe.refund;

import dev.quittance.api.money.Money;
import dev.quittance.api.ui.Choice;
import dev.quittance.api.ui.Field;
import dev.quittance.api.ui.FieldType;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.Notice;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import dev.quittance.stripe.payment.Payment;
import java.util.ArrayList;
import java.util.List;

/** The form that asks which payment is given back, how much of it, why, and what that means for what is owed. */
final class RefundForm {
    static final String PAYMENT = "payment";
    static final String AMOUNT = "amount";
    static final String REASON = "reason";
    static final String OWED = "owed";
    static final String NOTE = "note";
    static final String AGAIN = "again";
    static final String OFF_PRICE = "off_price";

    /** A payment of which something can be given back. */
    record Left(Payment payment, Money most) {
        String id() {
            return payment.paymentId().toString();
        }
    }

    private RefundForm() {}

    /** For these payments; where there is only one it is filled in, with all that is left of it. */
    static Form of(List<Left> payments) {
        List<Choice> choices = new ArrayList<>();
        for (Left left : payments) {
            choices.add(new Choice(
                    left.id(),
                    Text.of(
                            "refund.choice",
                            "{0} by {1}",
                            left.payment().amount(),
                            left.payment().method().label()),
                    Text.of("refund.choice.most", "The most you can refund is {0}.", left.most())));
        }
        Left first = payments.get(0);
        boolean only = payments.size() == 1;
        Field which = Field.of(PAYMENT, FieldType.CHOICE, Text.of("refund.which", "Which payment?"))
                .asRequired()
                .withChoices(choices);
        Field amount = Field.money(
                        AMOUNT,
                        Text.of("refund.amount", "Amount"),
                        first.payment().amount().currency())
                .withHelp(Text.of("refund.amount.help", "Leave it empty for all that is left of the payment."));
        return new Form(
                "refund",
                Text.of("refund.title", "Refund a payment"),
                List.of(terms()),
                List.of(
                        only ? which.withValue(first.id()) : which,
                        only ? amount.withValue(first.most().toPlainDecimal()) : amount,
                        reason(),
                        owed(),
                        Field.of(NOTE, FieldType.MULTILINE, Text.of("refund.note", "Note to the customer"))),
                only
                        ? Text.of("refund.submit_amount", "Refund {0}", first.most())
                        : Text.of("refund.submit", "Refund"));
    }

    /** Nothing can be given back here. */
    static Form nothing() {
        Notice why = new Notice(
                Tone.INFO,
                Text.of(
                        "refund.nothing",
                        "There is no payment here to refund: none has come, or all of it was given back. A bank payment can be "
                                + "refunded once it has come."));
        return new Form(
                "refund",
                Text.of("refund.title", "Refund a payment"),
                List.of(why),
                List.of(),
                Text.of("refund.look_again", "Look again"));
    }

    private static Notice terms() {
        return new Notice(
                Tone.INFO,
                Text.of(
                        "refund.terms",
                        "The money goes back to the card or account it came from. Stripe does not return its fee."));
    }

    private static Field reason() {
        return Field.of(REASON, FieldType.CHOICE, Text.of("refund.reason", "Why?"))
                .asRequired()
                .withChoices(List.of(
                        Choice.of(
                                RefundReason.REQUESTED_BY_CUSTOMER.code(),
                                Text.of("refund.reason.requested_by_customer", "The customer asked for it")),
                        Choice.of(
                                RefundReason.DUPLICATE.code(), Text.of("refund.reason.duplicate", "It was paid twice")),
                        Choice.of(RefundReason.OTHER.code(), Text.of("refund.reason.other", "Another reason"))))
                .withValue(RefundReason.REQUESTED_BY_CUSTOMER.code());
    }

    private static Field owed() {
        return Field.of(OWED, FieldType.CHOICE, Text.of("refund.owed", "What happens to the price?"))
                .withChoices(List.of(
                        Choice.of("", Text.of("refund.owed.by_reason", "As the reason says")),
                        Choice.of(OFF_PRICE, Text.of("refund.owed.off_price", "It comes off the price")),
                        Choice.of(AGAIN, Text.of("refund.owed.again", "The customer owes it again"))))
                .withHelp(Text.of(
                        "refund.owed.help", "What was paid twice was never owed. Anything else comes off the price."));
    }
}
