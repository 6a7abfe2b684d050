package dev.quittance.platform.render;

import dev.quittance.api.identity.Actor;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Who reads: what decides how numbers, dates and words look. Immutable and thread-safe.
 *
 * @param locale language and formats
 * @param zone the time zone of dates
 * @param homeCurrency ISO code of the currency that needs no code beside it; empty if every amount shall carry its code
 */
public record Reader(Locale locale, ZoneId zone, String homeCurrency) {

    /** A person of the organisation. */
    public static Reader of(Actor actor, String homeCurrency) {
        return new Reader(actor.locale(), actor.zone(), homeCurrency);
    }

    /** Somebody of whom nothing but the language is known. */
    public static Reader of(Locale locale) {
        return new Reader(locale, ZoneOffset.UTC, "");
    }
}
