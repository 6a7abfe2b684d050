package dev.quittance.platform.render;

import com.ibm.icu.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * How a language writes numbers.
 *
 * @param decimal the sign before decimals
 * @param grouping the sign between thousands
 */
record NumberSigns(char decimal, char grouping) {

    static NumberSigns of(Locale locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        return new NumberSigns(symbols.getDecimalSeparator(), symbols.getGroupingSeparator());
    }

    /** The decimal sign that somebody from elsewhere might mean. */
    char foreignDecimal() {
        return decimal == ',' ? '.' : ',';
    }
}
