package dev.quittance.platform.render;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.Currency;
import dev.quittance.api.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Amounts, moments and dates as a reader writes them. Thread-safe. */
final class Formats {
    private Formats() {}

    /** With the currency's symbol at home, else with its code: a dollar sign alone says too little. */
    static String money(Money money, Reader reader) {
        boolean home = money.currency().equals(reader.homeCurrency());
        return NumberFormatter.withLocale(reader.locale())
                .unit(Currency.getInstance(money.currency()))
                .unitWidth(home ? NumberFormatter.UnitWidth.SHORT : NumberFormatter.UnitWidth.ISO_CODE)
                .precision(Precision.fixedFraction(shownDecimals(money)))
                .format(money.major())
                .toString();
    }

    static String moment(Instant instant, Reader reader) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(reader.locale())
                .withZone(reader.zone())
                .format(instant);
    }

    static String date(LocalDate date, Reader reader) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(reader.locale())
                .format(date);
    }

    /** A plain decimal as the reader would type it: with their decimal sign and without grouping. */
    static String typed(String plainDecimal, Reader reader) {
        return plainDecimal.replace('.', NumberSigns.of(reader.locale()).decimal());
    }

    /** Currencies that are counted in hundredths but have no coins of them show none, unless there are some. */
    private static int shownDecimals(Money money) {
        int usual = Currency.getInstance(money.currency()).getDefaultFractionDigits();
        BigDecimal exact = money.major().stripTrailingZeros();
        return Math.max(usual, Math.max(0, exact.scale()));
    }
}
