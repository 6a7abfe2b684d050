package dev.quittance.stripe.rest;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.money.Money;
import dev.quittance.api.money.MoneyException;
import dev.quittance.api.payment.Objection;
import dev.quittance.stripe.payment.Payment;
import dev.quittance.stripe.refund.Refund;
import dev.quittance.stripe.refund.RefundAnswer;
import dev.quittance.stripe.refund.RefundOrder;
import dev.quittance.stripe.refund.RefundReason;
import dev.quittance.stripe.refund.RefundSource;
import dev.quittance.stripe.refund.RefundTerms;
import dev.quittance.stripe.refund.Refunds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes refunds for a program, and says what came of it as programs read it. Thread-safe. */
final class RefundMaker {
    private static final int MAX_NOTE = 500;
    private static final int MAX_NAME = 64;
    private static final String NOTHING_DONE = "Nothing was given back.";

    private final Refunds refunds;

    RefundMaker(Refunds refunds) {
        this.refunds = refunds;
    }

    /** Makes the refund of this body. The same submission key gives the same refund again. Throws a problem if it is not made. */
    Refund make(byte[] body, Payment payment, String submissionKey, Actor actor) {
        Optional<Refund> earlier = refunds.findSubmitted(actor.org(), submissionKey);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        List<FieldProblem> errors = new ArrayList<>();
        NewRefund wanted = JsonBody.read(body)
                .map(members -> read(members, errors))
                .orElseThrow(() -> Problems.of(
                        400, "bad_json", "The body is no JSON object.", "Send one object. " + NOTHING_DONE));
        Optional<Money> amount = amount(wanted.amount(), payment, errors);
        Optional<RefundTerms> terms = terms(wanted, payment, actor, errors);
        if (!errors.isEmpty() || amount.isEmpty() || terms.isEmpty()) {
            throw Problems.invalid(errors);
        }
        RefundAnswer answer = refunds.ask(
                new RefundOrder(actor.org(), payment.paymentId(), amount.get(), terms.get(), submissionKey));
        if (answer.held()) {
            throw Problems.of(
                    409,
                    "held",
                    "All refunds wait: this may be a copy or a restored backup.",
                    "An admin answers that on Line to Stripe; then try again. " + NOTHING_DONE);
        }
        if (!answer.objections().isEmpty()) {
            String words = answer.objections().stream()
                    .map(Objection::reason)
                    .map(Problems::words)
                    .collect(Collectors.joining(" "));
            throw Problems.of(409, "objected", words, "Another plugin is against it. " + NOTHING_DONE);
        }
        return answer.refund().orElseThrow(() -> Problems.invalid(List.of(tooMuch(answer.most()))));
    }

    private static FieldProblem tooMuch(Optional<Money> most) {
        String words = most.map(Money::toString).orElse("nothing");
        return new FieldProblem("amount", "too_much", "The most that can be refunded is " + words + ".");
    }

    private static NewRefund read(Map<String, Object> body, List<FieldProblem> errors) {
        Map<String, Object> rest = new LinkedHashMap<>(body);
        NewRefund refund = new NewRefund(
                text("amount", rest.remove("amount"), errors),
                text("reason", rest.remove("reason"), errors),
                text("owed", rest.remove("owed"), errors),
                text("note", rest.remove("note"), errors));
        for (String name : rest.keySet()) {
            String field = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
            errors.add(new FieldProblem(field, "unknown_field", "There is no such field, or it cannot be set."));
        }
        return refund;
    }

    private static @Nullable String text(String field, @Nullable Object value, List<FieldProblem> errors) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        errors.add(new FieldProblem(field, "not_a_string", "This is a string; numbers stand in quotes."));
        return null;
    }

    private Optional<Money> amount(@Nullable String given, Payment payment, List<FieldProblem> errors) {
        if (given == null) {
            Money most = refunds.most(payment);
            if (!most.isPositive()) {
                errors.add(tooMuch(Optional.of(most)));
            }
            return Optional.of(most).filter(Money::isPositive);
        }
        try {
            Optional<Money> amount =
                    Optional.of(Money.parse(given, payment.amount().currency())).filter(Money::isPositive);
            if (amount.isEmpty()) {
                errors.add(new FieldProblem("amount", "amount_not_positive", "This is above zero."));
            }
            return amount;
        } catch (MoneyException e) {
            errors.add(new FieldProblem(
                    "amount", "amount_not_a_number", "This is an amount in digits, for example 60.00."));
            return Optional.empty();
        }
    }

    private static Optional<RefundTerms> terms(
            NewRefund wanted, Payment payment, Actor actor, List<FieldProblem> errors) {
        Optional<RefundReason> reason = Optional.ofNullable(wanted.reason())
                .flatMap(RefundReason::find)
                .filter(known -> known != RefundReason.FRAUDULENT);
        if (reason.isEmpty()) {
            errors.add(
                    new FieldProblem("reason", "reason_unknown", "This is duplicate, requested_by_customer or other."));
        }
        String owed = wanted.owed() == null ? "" : wanted.owed();
        if (!List.of("", "again", "off_price").contains(owed)) {
            errors.add(new FieldProblem("owed", "owed_unknown", "This is again or off_price."));
        }
        String note = wanted.note() == null ? "" : wanted.note().strip();
        if (note.length() > MAX_NOTE) {
            errors.add(new FieldProblem("note", "note_too_long", "At most " + MAX_NOTE + " characters."));
        }
        return reason.map(known -> new RefundTerms(
                RefundSource.OFFICE,
                known,
                owed.equals("again") || (owed.isEmpty() && known.isOwedAgain(payment)),
                note,
                actor.userId(),
                actor.name()));
    }
}
