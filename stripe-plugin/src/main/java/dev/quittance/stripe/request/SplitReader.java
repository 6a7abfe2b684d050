package dev.quittance.stripe.request;

import dev.quittance.api.money.Money;
import dev.quittance.api.money.MoneyException;
import dev.quittance.api.ui.FormValues;
import dev.quittance.api.ui.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the terms of a split of the answers, and says at each field what is wrong. One reader for each submission. */
final class SplitReader {
    private final Standing standing;
    private final FormValues values;
    private final FormProblems problems;

    SplitReader(Standing standing, FormValues values, FormProblems problems) {
        this.standing = standing;
        this.values = values;
        this.problems = problems;
    }

    /** For how many payers; empty if that is no number of payers. */
    static Optional<Integer> payers(FormValues values) {
        String typed = values.value(SplitFields.PAYERS);
        for (int payers = SplitFields.MIN_PAYERS; payers <= SplitFields.MAX_PAYERS; payers++) {
            if (typed.equals(Integer.toString(payers))) {
                return Optional.of(payers);
            }
        }
        return Optional.empty();
    }

    /** The terms; empty if something is wrong, which is then among the problems. */
    Optional<SplitTerms> read() {
        Optional<Integer> payers = payers(values);
        if (payers.isEmpty()) {
            problems.add(SplitFields.PAYERS, Text.of("error.split_payers", "Choose between two and six payers."));
        }
        Optional<Money> total = total();
        int rows = payers.orElse(SplitFields.MIN_PAYERS);
        List<SplitTerms.Part> parts = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (int payer = 1; payer <= rows; payer++) {
            Optional<Recipient> recipient = recipient(payer);
            Optional<Money> share = share(payer);
            if (recipient.isPresent()) {
                distinct(recipient.get(), payer, known);
            }
            if (recipient.isPresent() && share.isPresent()) {
                parts.add(new SplitTerms.Part(recipient.get(), share.get()));
            }
        }
        if (payers.isEmpty() || total.isEmpty() || parts.size() < rows || !addsUp(total.get(), parts)) {
            return Optional.empty();
        }
        return problems.byField().isEmpty() ? Optional.of(new SplitTerms(total.get(), parts)) : Optional.empty();
    }

    /** The total is not charged at once, so Stripe's largest amount does not bind it. */
    private Optional<Money> total() {
        String typed = values.value(SplitFields.TOTAL);
        try {
            Optional<Money> total =
                    Optional.of(Money.parse(typed, standing.currency())).filter(Money::isPositive);
            return total.isPresent() ? total : amount(SplitFields.TOTAL, typed);
        } catch (MoneyException e) {
            // The amount reader finds the same, and has the words for it.
            return amount(SplitFields.TOTAL, typed);
        }
    }

    private Optional<Money> share(int payer) {
        return amount(SplitFields.share(payer), values.value(SplitFields.share(payer)));
    }

    private Optional<Money> amount(String field, String typed) {
        FormProblems own = new FormProblems();
        Optional<Money> amount = new AmountReader(standing, own).readAmount(typed);
        move(own, RequestFields.AMOUNT, field);
        return amount;
    }

    private Optional<Recipient> recipient(int payer) {
        FormProblems own = new FormProblems();
        String name = values.value(SplitFields.name(payer));
        if (name.isEmpty()) {
            own.add(
                    RequestFields.RECIPIENT_NAME,
                    Text.of("error.payer_name_required", "Enter the name of this payer."));
        }
        FormValues asked = new FormValues(Map.of(
                RequestFields.RECIPIENT_NAME,
                name,
                RequestFields.RECIPIENT_EMAIL,
                values.value(SplitFields.email(payer))));
        Optional<Recipient> recipient = new RecipientReader(standing, asked, own).read();
        move(own, RequestFields.RECIPIENT_NAME, SplitFields.name(payer));
        move(own, RequestFields.RECIPIENT_EMAIL, SplitFields.email(payer));
        return recipient;
    }

    private void move(FormProblems own, String from, String to) {
        Text problem = own.byField().get(from);
        if (problem != null) {
            problems.add(to, problem);
        }
    }

    /** Two people may share an address, one person is no two payers. */
    private void distinct(Recipient recipient, int payer, Set<String> known) {
        String person = (recipient.name() + "\n" + recipient.email()).toLowerCase(Locale.ROOT);
        if (!known.add(person)) {
            problems.add(
                    SplitFields.name(payer),
                    Text.of(
                            "error.payer_twice",
                            "This payer is there already, with the same name and address. Enter another name, or make them one payer."));
        }
    }

    private boolean addsUp(Money total, List<SplitTerms.Part> parts) {
        Money sum = Money.zero(standing.currency());
        for (SplitTerms.Part part : parts) {
            sum = sum.plus(part.share());
        }
        Money off = sum.minus(total);
        if (off.isPositive()) {
            problems.add(
                    SplitFields.TOTAL,
                    Text.of("error.split_too_much", "The shares come to {0}, which is {1} too much.", sum, off));
        } else if (off.isNegative()) {
            problems.add(
                    SplitFields.TOTAL,
                    Text.of(
                            "error.split_too_little",
                            "The shares come to {0}, which is {1} too little.",
                            sum,
                            off.negated()));
        }
        return off.isZero();
    }
}
