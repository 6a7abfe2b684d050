package dev.quittance.crm.screen;

import dev.quittance.crm.identity.Organisation;
import java.time.Instant;

/**
 * A moment on a page.
 *
 * @param machine as ISO 8601, UTC
 * @param words as people of the organisation read it
 */
public record Moment(String machine, String words) {
    static Moment of(Instant instant, Organisation reader) {
        return new Moment(instant.toString(), Formats.moment(instant, reader));
    }

    /** Of a moment whose time of day matters to nobody. */
    static Moment day(Instant instant, Organisation reader) {
        return new Moment(instant.toString(), Formats.date(instant, reader));
    }
}
