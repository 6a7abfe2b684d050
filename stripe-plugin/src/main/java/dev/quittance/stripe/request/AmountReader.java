package dev.quittance.stripe.request;

import dev.quittance.api.money.CurrencyUnit;
import dev.quittance.api.money.Money;
import dev.quittance.api.money.MoneyException;
import dev.quittance.api.ui.Text;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads the two ways to say how much, and says in plain words what is wrong with what was typed. */
final class AmountReader {
    private final Standing standing;
    private final FormProblems problems;

    AmountReader(Standing standing, FormProblems problems) {
        this.standing = standing;
        this.problems = problems;
    }

    /** The amount as typed, if Stripe can charge it. */
    Optional<Money> readAmount(String typed) {
        try {
            return chargeable(RequestFields.AMOUNT, Money.parse(typed, standing.currency()));
        } catch (MoneyException e) {
            problems.add(RequestFields.AMOUNT, problem(e.reason()));
            return Optional.empty();
        }
    }

    /** The amount that a typed percentage of the contract comes to, if Stripe can charge it. */
    Optional<Money> readPercent(String typed) {
        Optional<Money> contract = standing.contract();
        if (contract.isEmpty()) {
            // The form has no field for a percentage then.
            problems.add(
                    RequestFields.AMOUNT,
                    Text.of(
                            "error.percent_without_contract",
                            "There is no contract total here to take a percentage of. Enter an amount instead."));
            return Optional.empty();
        }
        Optional<BigDecimal> share = Share.parse(typed);
        if (share.isEmpty()) {
            problems.add(RequestFields.PERCENT, percentProblem(typed));
            return Optional.empty();
        }
        return chargeable(RequestFields.PERCENT, contract.get().percent(share.get()));
    }

    private Optional<Money> chargeable(String field, Money amount) {
        CurrencyUnit unit = amount.unit();
        if (!amount.isPositive()) {
            problems.add(field, Text.of("error.amount_not_positive", "Enter an amount above zero. Nothing was sent."));
            return Optional.empty();
        }
        if (amount.minor() < unit.minimumMinor()) {
            problems.add(
                    field,
                    Text.of(
                            "error.amount_too_small",
                            "The smallest amount that can be charged is {0}.",
                            Money.of(unit.minimumMinor(), unit.code())));
            return Optional.empty();
        }
        if (amount.minor() > unit.maximumMinor()) {
            problems.add(field, tooLarge());
            return Optional.empty();
        }
        return Optional.of(amount);
    }

    private Text problem(MoneyException.Reason reason) {
        return switch (reason) {
            case EMPTY -> Text.of("error.amount_required", "Enter an amount, or a percentage of the contract.");
            case TOO_MANY_DECIMALS ->
                Text.of(
                        "error.amount_too_many_decimals",
                        "Amounts in {0} cannot have that many decimals.",
                        standing.currency());
            case OVERFLOW -> tooLarge();
            case NEGATIVE -> Text.of("error.amount_not_positive", "Enter an amount above zero. Nothing was sent.");
            case NOT_A_NUMBER, AMBIGUOUS, CURRENCY_MISMATCH, UNKNOWN_CURRENCY ->
                Text.of("error.amount_not_a_number", "Enter the amount in digits, for example 6000.00.");
        };
    }

    private Text tooLarge() {
        CurrencyUnit unit = CurrencyUnit.of(standing.currency());
        return Text.of(
                "error.amount_too_large",
                "The largest amount that can be charged at once is {0}.",
                Money.of(unit.maximumMinor(), unit.code()));
    }

    private static Text percentProblem(String typed) {
        if (!Share.isNumber(typed)) {
            return Text.of("error.percent_not_a_number", "Enter the percentage in digits, for example 40 or 37.5.");
        }
        return Text.of(
                "error.percent_out_of_range", "Enter a percentage above 0 and up to 100, with at most three decimals.");
    }
}
