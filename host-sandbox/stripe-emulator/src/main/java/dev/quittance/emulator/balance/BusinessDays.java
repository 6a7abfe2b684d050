package dev.quittance.emulator.balance;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days on which banks work, in UTC: Monday to Friday. Holidays are not kept. */
public final class BusinessDays {
    private BusinessDays() {}

    /** The start of the business day that comes so many business days after a moment's day. */
    public static Instant after(Instant from, int days) {
        LocalDate day = LocalDate.ofInstant(from, ZoneOffset.UTC);
        int counted = 0;
        while (counted < days) {
            day = day.plusDays(1);
            if (isOne(day)) {
                counted++;
            }
        }
        return start(day);
    }

    /** The start of the first business day that starts at a moment or after it. */
    public static Instant atOrAfter(Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
        while (start(day).isBefore(moment) || !isOne(day)) {
            day = day.plusDays(1);
        }
        return start(day);
    }

    private static boolean isOne(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
