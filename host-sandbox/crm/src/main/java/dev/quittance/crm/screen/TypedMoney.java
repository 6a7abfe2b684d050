package dev.quittance.crm.screen;

import dev.quittance.api.money.CurrencyUnit;
import dev.quittance.api.money.Money;
import dev.quittance.api.money.MoneyException;
import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.record.Amounts;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads amounts as people of an organisation write them, strictly: what could mean two numbers is refused, never guessed.
 * Thread-safe.
 */
final class TypedMoney {
    /** More figures than this are a slip of the keyboard. */
    private static final int MAX_DIGITS = 13;

    private static final String SPACES = "[ \\u00a0\\u202f]";

    private TypedMoney() {}

    /** An amount, or what is wrong with it; one of the two. */
    record Answer(Optional<Money> money, Optional<String> problem) {
        static Answer wrong(String words) {
            return new Answer(Optional.empty(), Optional.of(words));
        }
    }

    /** Reads an amount that is not negative; the currency's code or sign may stand beside it. */
    static Answer read(String typed, String currency, Organisation reader) {
        String example = Amounts.text(Money.ofMajor(BigDecimal.valueOf(12_000), currency), reader);
        String text = bare(typed, currency, reader.locale());
        if (text.startsWith("-") || text.startsWith("\u2212") || text.startsWith("(")) {
            return Answer.wrong("The amount cannot be negative.");
        }
        DecimalFormatSymbols signs = DecimalFormatSymbols.getInstance(reader.locale());
        String group = group(signs.getGroupingSeparator());
        String decimal = Pattern.quote(String.valueOf(signs.getDecimalSeparator()));
        if (!text.matches("(\\d+|\\d{1,3}(" + group + "\\d{3})+)(" + decimal + "\\d+)?")) {
            return Answer.wrong("Write the amount like " + example + ".");
        }
        String plain = text.replaceAll(group, "").replace(signs.getDecimalSeparator(), '.');
        if (plain.replaceAll("\\..*", "").length() > MAX_DIGITS) {
            return Answer.wrong("This amount is too large.");
        }
        try {
            return new Answer(Optional.of(Money.parse(plain, currency)), Optional.empty());
        } catch (MoneyException e) {
            int decimals = CurrencyUnit.of(currency).exponent();
            return Answer.wrong("Use at most " + decimals + " decimals in " + currency + ".");
        }
    }

    /** The amount as one would type it into a field. */
    static String write(Money money, Organisation reader) {
        DecimalFormatSymbols signs = DecimalFormatSymbols.getInstance(reader.locale());
        return money.toPlainDecimal().replace('.', signs.getDecimalSeparator());
    }

    private static String bare(String typed, String currency, Locale locale) {
        String text = typed.strip();
        Currency unit = Currency.getInstance(currency);
        for (String mark : new String[] {currency, unit.getSymbol(locale), unit.getSymbol(Locale.ROOT), "$", "€"}) {
            boolean foreign =
                    mark.equals("$") && !currency.equals("USD") || mark.equals("€") && !currency.equals("EUR");
            if (!foreign) {
                text = without(text, mark);
            }
        }
        return text;
    }

    private static String without(String text, String mark) {
        if (text.regionMatches(true, 0, mark, 0, mark.length())) {
            return text.substring(mark.length()).strip();
        }
        int end = text.length() - mark.length();
        boolean behind = end >= 0 && text.regionMatches(true, end, mark, 0, mark.length());
        return behind ? text.substring(0, end).strip() : text;
    }

    /** Whoever groups by a thin or a no-break space types a plain one, and either apostrophe is one. */
    private static String group(char sign) {
        if (String.valueOf(sign).matches(SPACES)) {
            return SPACES;
        }
        return sign == '’' || sign == '\'' ? "['’]" : Pattern.quote(String.valueOf(sign));
    }
}
