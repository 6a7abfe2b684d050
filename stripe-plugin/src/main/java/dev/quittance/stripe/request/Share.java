package dev.quittance.stripe.request;

import dev.quittance.api.money.Money;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Percentages as people type them: plain decimals, counted in hundredths of a percent. */
final class Share {
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");
    private static final int DECIMALS = 2;

    private Share() {}

    /** Whether it is a number at all. */
    static boolean isNumber(String typed) {
        return PLAIN.matcher(typed).matches();
    }

    /** The basis points of a typed percentage above 0 and up to 100 with at most two decimals; empty for anything else. */
    static Optional<Integer> parse(String typed) {
        if (!isNumber(typed)) {
            return Optional.empty();
        }
        BigDecimal points = new BigDecimal(typed).movePointRight(DECIMALS).stripTrailingZeros();
        boolean usable = points.scale() <= 0
                && points.signum() > 0
                && points.compareTo(BigDecimal.valueOf(Money.HUNDRED_PERCENT)) <= 0;
        return usable ? Optional.of(points.intValueExact()) : Optional.empty();
    }

    /** How it is shown and submitted: {@code 37.5}. */
    static String format(int basisPoints) {
        BigDecimal percent = BigDecimal.valueOf(basisPoints, DECIMALS).stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0).toPlainString() : percent.toPlainString();
    }
}
