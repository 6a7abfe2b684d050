package dev.quittance.crm.screen;

import dev.quittance.crm.identity.Organisation;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads numbers as people of an organisation type them: by its signs and strictly, so that nothing is guessed. */
final class TypedNumber {
    private static final int MAX_DIGITS = 12;
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1," + MAX_DIGITS + "}(\\.\\d{1,6})?");

    private TypedNumber() {}

    /** The number, or empty if it is none, could be two, or has more than so many decimals. */
    static Optional<BigDecimal> read(String typed, int decimals, Organisation reader) {
        DecimalFormatSymbols signs = DecimalFormatSymbols.getInstance(reader.locale());
        String decimal = Pattern.quote(String.valueOf(signs.getDecimalSeparator()));
        String group = Pattern.quote(String.valueOf(signs.getGroupingSeparator()));
        String text = typed.strip().replace('\u2212', '-');
        if (!text.matches("-?(\\d+|\\d{1,3}(" + group + "\\d{3})+)(" + decimal + "\\d+)?")) {
            return Optional.empty();
        }
        String plain = text.replaceAll(group, "").replace(signs.getDecimalSeparator(), '.');
        return Optional.of(plain)
                .filter(each -> PLAIN.matcher(each).matches())
                .map(BigDecimal::new)
                .filter(number -> Math.max(0, number.scale()) <= decimals);
    }

    /** A number as it is typed: no grouping, no more decimals than it has. */
    static String write(BigDecimal number, Organisation reader) {
        char decimal = DecimalFormatSymbols.getInstance(reader.locale()).getDecimalSeparator();
        return number.toPlainString().replace('.', decimal);
    }

    /** For names of fields. */
    static String key(String name, int row) {
        return String.format(Locale.ROOT, "%s_%d", name, row);
    }
}
