package dev.quittance.crm.screen;

import dev.quittance.api.money.Money;
import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.record.Amounts;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Money and dates as the people of an organisation read them. */
final class Formats {
    private Formats() {}

    /** The amount with its currency, and the code beside it where it is not the organisation's. */
    static String money(Money money, Organisation reader) {
        return Amounts.text(money, reader);
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
