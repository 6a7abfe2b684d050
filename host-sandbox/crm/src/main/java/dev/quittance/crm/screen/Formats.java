package dev.quittance.crm.screen;

import dev.quittance.api.money.Money;
import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.record.Amounts;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;

/** Money and dates as the people of an organisation read them. */
final class Formats {
    private Formats() {}

    /** The amount with its currency, and the code beside it where it is not the organisation's. */
    static String money(Money money, Organisation reader) {
        return Amounts.text(money, reader);
    }

    /** The amount with its currency, as people of this language read it. */
    static String money(Money money, Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(money.currency()));
        format.setMinimumFractionDigits(money.unit().exponent());
        format.setMaximumFractionDigits(money.unit().exponent());
        return format.format(money.major());
    }

    static String date(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    static String date(LocalDate day, Organisation reader) {
        return date(day, reader.locale());
    }

    static String date(Instant moment, Organisation reader) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(reader.locale())
                .withZone(reader.zone())
                .format(moment);
    }

    static String moment(Instant moment, Organisation reader) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(reader.locale())
                .withZone(reader.zone())
                .format(moment);
    }
}
