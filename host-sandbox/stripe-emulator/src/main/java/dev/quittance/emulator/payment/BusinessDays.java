package dev.quittance.emulator.payment;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Days on which banks work: Monday to Friday, in UTC. */
final class BusinessDays {
    private BusinessDays() {}

    /** The same time of day, so many business days later. */
    static Instant after(Instant from, int days) {
        LocalDate start = LocalDate.ofInstant(from, ZoneOffset.UTC);
        LocalDate day = start;
        int counted = 0;
        while (counted < days) {
            day = day.plusDays(1);
            DayOfWeek weekday = day.getDayOfWeek();
            if (weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY) {
                counted++;
            }
        }
        return from.plusSeconds((day.toEpochDay() - start.toEpochDay()) * 24 * 60 * 60);
    }
}
