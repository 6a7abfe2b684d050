package dev.quittance.stripe.refund;

import dev.quittance.api.money.Money;
import dev.quittance.api.ui.Choice;
import dev.quittance.api.ui.Field;
import dev.quittance.api.ui.FieldType;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.FormValues;
import dev.quittance.api.ui.Notice;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import dev.quittance.stripe.payment.Payment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The form that asks which payment is given back, how much of it, why, and what that means for what is owed. */
final class RefundForm {
    static final String PAYMENT = "payment";
    static final String HOW = "how";
    static final String ALL = "all";
    static final String PART = "part";
    static final String AMOUNT = "amount";
    static final String REASON = "reason";
    static final String OWED = "owed";
    static final String NOTE = "note";
    static final String AGAIN = "again";
    static final String OFF_PRICE = "off_price";

    /** A payment of which something can be given back. */
    record Left(Payment payment, String description, Money most) {
        String id() {
            return payment.paymentId().toString();
        }

        /** What of it was given back, or is on its way there. */
        Money back() {
            return payment.amount().minus(most);
        }
    }

    private RefundForm() {}

    /** For these payments; where there is only one it is chosen already. */
    static Form of(List<Left> payments) {
        List<Choice> choices = new ArrayList<>();
        payments.forEach(left -> choices.add(choice(left)));
        Left first = payments.get(0);
        boolean only = payments.size() == 1;
        Field which = Field.of(PAYMENT, FieldType.CHOICE, Text.of("refund.which", "Which payment?"))
                .asRequired()
                .withChoices(choices);
        return new Form(
                "refund",
                Text.of("refund.title", "Refund a payment"),
                List.of(terms()),
                List.of(
                        only ? which.withValue(first.id()) : which,
                        how(only ? Optional.of(first.most()) : Optional.empty()),
                        amount(first),
                        reason(),
                        owed(),
                        Field.of(NOTE, FieldType.MULTILINE, Text.of("refund.note", "Note to the customer"))),
                Text.of("refund.submit", "Refund"));
    }

    /** The same as somebody has begun to fill it in: whoever chose a part of it must not find all of it chosen again. */
    static Form of(List<Left> payments, FormValues given) {
        Form fresh = of(payments);
        List<Field> fields = new ArrayList<>();
        for (Field field : fresh.fields()) {
            boolean isGiven = given.values().containsKey(field.key());
            fields.add(isGiven ? field.withValue(given.value(field.key())) : field);
        }
        return new Form(fresh.id(), fresh.title(), fresh.notices(), fields, fresh.submit());
    }

    private static Choice choice(Left left) {
        Text label = Text.of(
                "refund.choice",
                "{0} by {1}: {2}",
                left.payment().amount(),
                left.payment().method().label(),
                left.description());
        Text most = left.back().isZero()
                ? Text.of("refund.choice.most", "The most you can refund is {0}.", left.most())
                : Text.of(
                        "refund.choice.most_of_rest",
                        "{0} was given back or is on its way. The most you can refund is {1}.",
                        left.back(),
                        left.most());
        return new Choice(left.id(), label, most);
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
                        "The money goes back to the card or account it came from, and the customer gets a mail about it. Stripe does "
                                + "not return its fee. Several parts are possible, up to what came."));
    }

    private static Field how(Optional<Money> most) {
        Text all = most.map(money -> Text.of("refund.how.all", "All that is left: {0}", money))
                .orElseGet(() -> Text.of("refund.how.all_left", "All that is left of it"));
        return Field.of(HOW, FieldType.CHOICE, Text.of("refund.how", "How much?"))
                .asRequired()
                .withChoices(List.of(Choice.of(ALL, all), Choice.of(PART, Text.of("refund.how.part", "A part of it"))))
                .withValue(ALL);
    }

    private static Field amount(Left first) {
        return Field.money(
                        AMOUNT,
                        Text.of("refund.amount", "Amount"),
                        first.payment().amount().currency())
                .withHelp(Text.of("refund.amount.help", "Only for a part."));
    }

    private static Field reason() {
        return Field.of(REASON, FieldType.CHOICE, Text.of("refund.reason", "Why?"))
                .asRequired()
                .withChoices(List.of(
                        reason(RefundReason.REQUESTED_BY_CUSTOMER),
                        reason(RefundReason.DUPLICATE),
                        reason(RefundReason.OTHER)))
                .withValue(RefundReason.REQUESTED_BY_CUSTOMER.code());
    }

    private static Choice reason(RefundReason reason) {
        return Choice.of(reason.code(), RefundWords.reason(reason));
    }

    private static Field owed() {
        return Field.of(OWED, FieldType.CHOICE, Text.of("refund.owed", "What happens to the price?"))
                .withChoices(List.of(
                        Choice.of("", Text.of("refund.owed.by_reason", "As the reason says")),
                        Choice.of(OFF_PRICE, RefundWords.owed(false)),
                        Choice.of(AGAIN, RefundWords.owed(true))))
                .withHelp(Text.of(
                        "refund.owed.help", "What was paid twice was never owed. Anything else comes off the price."));
    }
}
