package dev.quittance.crm.record;

import dev.quittance.api.money.Money;
import dev.quittance.api.money.MoneyException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A line of an invoice. Immutable and thread-safe.
 *
 * <p>How it is rounded: quantity times unit price times (1 + tax) is calculated exactly and rounded once, half up (away from zero)
 * to the currency's step; that is the line's {@link #gross}. The total of an invoice is the sum of its lines as they are printed,
 * so that whoever adds them up finds the same. {@link #net} is rounded by the same rule, and {@link #tax} is what lies between.
 *
 * @param description what was done or delivered, plain words, at most {@value #MAX_DESCRIPTION} characters
 * @param quantity how many units: not negative, at most three decimals, less than a million
 * @param unitPrice net, of one unit; negative for a discount
 * @param taxBasisPoints hundredths of a percent on top: 7.65 % is 765; from 0 to 10000
 */
public record InvoiceLine(String description, BigDecimal quantity, Money unitPrice, int taxBasisPoints) {
    /** The longest description. */
    public static final int MAX_DESCRIPTION = 500;
    /** The most decimals of a quantity. */
    public static final int QUANTITY_DECIMALS = 3;

    private static final BigDecimal QUANTITY_LIMIT = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal HUNDRED_PERCENT = BigDecimal.valueOf(Money.HUNDRED_PERCENT);
    /** Eighteen digits fit into the count of minor units. */
    private static final int DIGITS = 18;

    /** Refuses what is out of bounds. */
    public InvoiceLine {
        if (description.isBlank() || description.length() > MAX_DESCRIPTION) {
            throw new IllegalArgumentException("a line needs a description of at most " + MAX_DESCRIPTION);
        }
        if (quantity.signum() < 0
                || quantity.compareTo(QUANTITY_LIMIT) >= 0
                || quantity.stripTrailingZeros().scale() > QUANTITY_DECIMALS) {
            throw new IllegalArgumentException("not a quantity: " + quantity);
        }
        if (taxBasisPoints < 0 || taxBasisPoints > Money.HUNDRED_PERCENT) {
            throw new IllegalArgumentException("not a tax: " + taxBasisPoints);
        }
    }

    /**
     * What the line comes to, taxes included.
     *
     * @throws MoneyException OVERFLOW if it is more than a count of minor units can hold
     */
    public Money gross() {
        return rounded(BigDecimal.ONE.add(BigDecimal.valueOf(taxBasisPoints).divide(HUNDRED_PERCENT)));
    }

    /** What the line comes to without taxes. */
    public Money net() {
        return rounded(BigDecimal.ONE);
    }

    /** The taxes in the line: what lies between {@link #net} and {@link #gross}. */
    public Money tax() {
        return gross().minus(net());
    }

    /** The sum of lines in one currency; zero for none. */
    public static Money total(List<InvoiceLine> lines, String currency) {
        Money total = Money.zero(currency);
        for (InvoiceLine line : lines) {
            total = total.plus(line.gross());
        }
        return total;
    }

    private Money rounded(BigDecimal factor) {
        BigDecimal step = BigDecimal.valueOf(unitPrice.unit().stepMinor());
        BigDecimal exact =
                BigDecimal.valueOf(unitPrice.minor()).multiply(quantity).multiply(factor);
        BigDecimal minor = exact.divide(step, 0, RoundingMode.HALF_UP).multiply(step);
        if (minor.precision() > DIGITS) {
            throw new MoneyException(MoneyException.Reason.OVERFLOW, "too large: " + exact);
        }
        return new Money(minor.longValueExact(), unitPrice.currency());
    }
}
