package dev.quittance.api.money;

import dev.quittance.api.money.MoneyException.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An amount of money: a count of minor units of one currency, so USD 25.95 is {@code Money.of(2595, "USD")} and JPY 500 is
 * {@code Money.of(500, "JPY")}. It refuses rather than rounds; only {@link #percent} and {@link #split} round, half up to the
 * currency's step. Never null inside, immutable and thread-safe.
 *
 * @param minor minor units as Stripe counts them; may be negative
 * @param currency ISO 4217 code in upper case, one that {@link CurrencyUnit} knows
 */
public record Money(long minor, String currency) implements Comparable<Money> {
    /** 100 % in basis points: a percentage is counted in hundredths of a percent. */
    public static final int HUNDRED_PERCENT = 10_000;

    /** The most parts an amount may be split into: more than any plan of instalments, little enough to list. */
    public static final int MAX_PARTS = 120;

    private static final Pattern PLAIN_DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,6})?");

    /** Refuses a currency that is unknown or not in upper case. */
    public Money {
        if (!CurrencyUnit.of(currency).code().equals(currency)) {
            throw new MoneyException(Reason.UNKNOWN_CURRENCY, "currency codes are upper case: " + currency);
        }
    }

    /** An amount from minor units; the code may be in any case, as Stripe writes it in lower case. */
    public static Money of(long minor, String currency) {
        return new Money(minor, currency.toUpperCase(Locale.ROOT));
    }

    /** Nothing, in this currency. */
    public static Money zero(String currency) {
        return of(0, currency);
    }

    /**
     * Reads a plain decimal such as {@code 6000.00}: digits, at most one full stop, no grouping. This is the wire form, not
     * what people type; the host reads what people type.
     *
     * @throws MoneyException EMPTY, NOT_A_NUMBER, TOO_MANY_DECIMALS, OVERFLOW or UNKNOWN_CURRENCY
     */
    public static Money parse(String plainDecimal, String currency) {
        String text = plainDecimal.strip();
        if (text.isEmpty()) {
            throw new MoneyException(Reason.EMPTY, "no amount");
        }
        if (!PLAIN_DECIMAL.matcher(text).matches()) {
            throw new MoneyException(Reason.NOT_A_NUMBER, "not a plain decimal: " + text);
        }
        return ofMajor(new BigDecimal(text), currency);
    }

    /**
     * An amount from major units, exactly: USD 25.950 is USD 25.95, USD 25.955 is refused.
     *
     * @throws MoneyException TOO_MANY_DECIMALS, OVERFLOW or UNKNOWN_CURRENCY
     */
    public static Money ofMajor(BigDecimal major, String currency) {
        CurrencyUnit unit = CurrencyUnit.of(currency);
        BigDecimal scaled = major.movePointRight(unit.exponent()).stripTrailingZeros();
        if (scaled.scale() > 0) {
            throw new MoneyException(
                    Reason.TOO_MANY_DECIMALS, unit.code() + " has " + unit.exponent() + " decimals: " + major);
        }
        if (scaled.precision() - scaled.scale() > 18) {
            throw new MoneyException(Reason.OVERFLOW, "too large: " + major);
        }
        long minor = scaled.longValueExact();
        if (minor % unit.stepMinor() != 0) {
            throw new MoneyException(
                    Reason.TOO_MANY_DECIMALS, unit.code() + " goes in steps of " + unit.stepMinor() + ": " + major);
        }
        return new Money(minor, unit.code());
    }

    /** What Stripe allows in this currency. */
    public CurrencyUnit unit() {
        return CurrencyUnit.of(currency);
    }

    /** The amount in major units, with the currency's decimals: 2595 US cents are 25.95. */
    public BigDecimal major() {
        return BigDecimal.valueOf(minor, unit().exponent());
    }

    /** The wire form that {@link #parse} reads: {@code 25.95}. */
    public String toPlainDecimal() {
        return major().toPlainString();
    }

    /** The sum; refuses another currency and an overflow. */
    public Money plus(Money other) {
        requireSame(other);
        try {
            return new Money(Math.addExact(minor, other.minor), currency);
        } catch (ArithmeticException e) {
            throw new MoneyException(Reason.OVERFLOW, this + " + " + other);
        }
    }

    /** The difference, which may be negative; refuses another currency and an overflow. */
    public Money minus(Money other) {
        requireSame(other);
        try {
            return new Money(Math.subtractExact(minor, other.minor), currency);
        } catch (ArithmeticException e) {
            throw new MoneyException(Reason.OVERFLOW, this + " - " + other);
        }
    }

    /** The same amount with the other sign. */
    public Money negated() {
        return zero(currency).minus(this);
    }

    /** Whether it is more than nothing. */
    public boolean isPositive() {
        return minor > 0;
    }

    /** Whether it is less than nothing. */
    public boolean isNegative() {
        return minor < 0;
    }

    /** Whether it is nothing. */
    public boolean isZero() {
        return minor == 0;
    }

    /**
     * A share of this amount, rounded half up (away from zero) to the currency's step: 40 % of USD 12,000.00 is USD 4,800.00,
     * 12.5 % of USD 0.99 is USD 0.12. For a share between 0 and 100 % the result never exceeds the amount.
     *
     * @param basisPoints hundredths of a percent: 40 % is 4000; not negative
     */
    public Money percent(int basisPoints) {
        return percent(BigDecimal.valueOf(basisPoints, 2));
    }

    /**
     * A share of it, rounded half up to the currency's step; a share of at most 100 % never exceeds the whole.
     *
     * @param percent 33.333 for 33.333 %; not negative
     * @throws MoneyException if the share is negative, or the result too large
     */
    public Money percent(BigDecimal percent) {
        if (percent.signum() < 0) {
            throw new MoneyException(Reason.NEGATIVE, "a share is not negative: " + percent);
        }
        BigDecimal step = BigDecimal.valueOf(unit().stepMinor());
        BigDecimal steps = BigDecimal.valueOf(minor)
                .multiply(percent)
                .divide(BigDecimal.valueOf(100).multiply(step), 0, RoundingMode.HALF_UP);
        BigDecimal result = steps.multiply(step);
        if (result.precision() > 18) {
            throw new MoneyException(Reason.OVERFLOW, this + " * " + percent + " %");
        }
        Money share = new Money(result.longValueExact(), currency);
        boolean isPart = percent.compareTo(BigDecimal.valueOf(100)) <= 0;
        return isPart && Math.abs(share.minor) > Math.abs(minor) ? this : share;
    }

    /**
     * Equal parts that add up to this amount exactly: each is rounded half up to the step, the last takes the rest. USD 100.00
     * in three is 33.33, 33.33, 33.34.
     *
     * @param parts from 1 to {@value #MAX_PARTS}
     */
    public List<Money> split(int parts) {
        if (parts < 1 || parts > MAX_PARTS) {
            throw new IllegalArgumentException("parts from 1 to " + MAX_PARTS + ": " + parts);
        }
        long step = unit().stepMinor();
        long part = BigDecimal.valueOf(minor)
                .divide(BigDecimal.valueOf(Math.multiplyExact(step, (long) parts)), 0, RoundingMode.HALF_UP)
                .multiply(BigDecimal.valueOf(step))
                .longValueExact();
        List<Money> all = new ArrayList<>();
        long rest = minor;
        for (int i = 1; i < parts; i++) {
            long next = Math.abs(part) > Math.abs(rest) ? rest : part;
            all.add(new Money(next, currency));
            rest = Math.subtractExact(rest, next);
        }
        all.add(new Money(rest, currency));
        return List.copyOf(all);
    }

    /** Compares amounts of one currency; refuses another. */
    @Override
    public int compareTo(Money other) {
        requireSame(other);
        return Long.compare(minor, other.minor);
    }

    /** Code and amount for logs and tests: {@code USD 25.95}. The host formats what people see. */
    @Override
    public String toString() {
        return currency + " " + toPlainDecimal();
    }

    private void requireSame(Money other) {
        if (!currency.equals(other.currency)) {
            throw new MoneyException(Reason.CURRENCY_MISMATCH, currency + " and " + other.currency);
        }
    }
}
