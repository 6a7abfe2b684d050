package dev.quittance.stripe.request;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Percentages as people type them: plain decimals. */
final class Share {
    /** A third is typed as 33.333; who wants it finer types the amount. */
    static final int DECIMALS = 3;

    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private Share() {}

    /** Whether it is a number at all. */
    static boolean isNumber(String typed) {
        return PLAIN.matcher(typed).matches();
    }

    /** A typed percentage above 0 and up to 100 with at most {@value #DECIMALS} decimals; empty for anything else. */
    static Optional<BigDecimal> parse(String typed) {
        if (!isNumber(typed)) {
            return Optional.empty();
        }
        BigDecimal percent = shortest(new BigDecimal(typed));
        boolean usable = percent.scale() <= DECIMALS && percent.signum() > 0 && percent.compareTo(WHOLE) <= 0;
        return usable ? Optional.of(percent) : Optional.empty();
    }

    /** How it is shown and submitted: {@code 37.5}. */
    static String format(BigDecimal percent) {
        return shortest(percent).toPlainString();
    }

    /** The same number without needless zeros, so that equal shares are equal. */
    static BigDecimal shortest(BigDecimal percent) {
        BigDecimal bare = percent.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }
}
