package dev.quittance.platform.render;

import dev.quittance.api.money.CurrencyUnit;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what people type, by their own language's signs and strictly: what could mean two numbers is refused, never guessed.
 * Thread-safe.
 */
final class NumberInput {
    /** More digits than this are a slip of the keyboard, and would not fit a count of minor units. */
    private static final int MAX_DIGITS = 15;
    /** As fine as a third of a contract is asked for: 33.333 %. */
    private static final int PERCENT_DECIMALS = 3;

    /** Of a currency that nobody knows, the usual. */
    private static final int USUAL_DECIMALS = 2;

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]");

    private final NumberSigns signs;
    private final Locale locale;

    NumberInput(Locale locale) {
        this.locale = locale;
        this.signs = NumberSigns.of(locale);
    }

    /** What is wrong with a number. */
    enum Fault {
        NOT_A_NUMBER,
        AMBIGUOUS,
        NEGATIVE,
        TOO_MANY_DECIMALS,
        TOO_LARGE
    }

    /** A plain decimal, or what is wrong; one of the two. */
    record Answer(Optional<String> plainDecimal, Optional<Fault> fault, int decimals) {
        static Answer of(String plainDecimal) {
            return new Answer(Optional.of(plainDecimal), Optional.empty(), 0);
        }

        static Answer wrong(Fault fault, int decimals) {
            return new Answer(Optional.empty(), Optional.of(fault), decimals);
        }
    }

    /** An amount; the currency's code or symbol may stand beside it. */
    Answer money(String typed, String currency) {
        int decimals = CurrencyUnit.find(currency).map(CurrencyUnit::exponent).orElse(USUAL_DECIMALS);
        String bare = without(typed, currency);
        com.ibm.icu.util.Currency unit = com.ibm.icu.util.Currency.getInstance(currency);
        bare = without(bare, unit.getSymbol(locale));
        return read(without(bare, unit.getSymbol(Locale.ROOT)), decimals);
    }

    /** A percentage, with or without its sign. */
    Answer percent(String typed) {
        return read(without(typed, "%"), PERCENT_DECIMALS);
    }

    private Answer read(String typed, int decimals) {
        String text = digits(typed.strip());
        if (text.startsWith("-") || text.startsWith("\u2212") || text.startsWith("(")) {
            return Answer.wrong(Fault.NEGATIVE, decimals);
        }
        String decimal = Pattern.quote(String.valueOf(signs.decimal()));
        String group = groupPattern();
        if (!text.matches("[0-9.,'’\\s\\u00a0\\u202f]+") || !text.matches(".*[0-9].*")) {
            return Answer.wrong(Fault.NOT_A_NUMBER, decimals);
        }
        if (!text.matches("(\\d+|\\d{1,3}(" + group + "\\d{3})+)(" + decimal + "\\d+)?")) {
            return Answer.wrong(Fault.AMBIGUOUS, decimals);
        }
        String plain = text.replaceAll(group, "").replace(signs.decimal(), '.');
        return checked(plain, decimals);
    }

    private Answer checked(String plain, int decimals) {
        BigDecimal value = new BigDecimal(plain);
        int point = plain.indexOf('.');
        int typedDecimals = point < 0 ? 0 : plain.length() - point - 1;
        if (typedDecimals > decimals) {
            // Three figures after the sign are thousands to somebody from elsewhere.
            return Answer.wrong(typedDecimals == 3 ? Fault.AMBIGUOUS : Fault.TOO_MANY_DECIMALS, decimals);
        }
        if (value.precision() - value.scale() > MAX_DIGITS) {
            return Answer.wrong(Fault.TOO_LARGE, decimals);
        }
        return Answer.of(value.toPlainString());
    }

    /** Whoever groups by a thin or a no-break space types a plain one, and either apostrophe is one. */
    private String groupPattern() {
        char group = signs.grouping();
        if (SPACES.matcher(String.valueOf(group)).matches()) {
            return "[ \\u00a0\\u202f]";
        }
        return group == '’' || group == '\'' ? "['’]" : Pattern.quote(String.valueOf(group));
    }

    private static String without(String typed, String mark) {
        String text = typed.strip();
        if (!mark.isEmpty() && text.regionMatches(true, 0, mark, 0, mark.length())) {
            return text.substring(mark.length()).strip();
        }
        int end = text.length() - mark.length();
        if (!mark.isEmpty() && end >= 0 && text.regionMatches(true, end, mark, 0, mark.length())) {
            return text.substring(0, end).strip();
        }
        return text;
    }

    private static String digits(String text) {
        StringBuilder ascii = new StringBuilder();
        text.codePoints()
                .forEach(point ->
                        ascii.appendCodePoint(Character.isDigit(point) ? '0' + Character.digit(point, 10) : point));
        return ascii.toString();
    }
}
