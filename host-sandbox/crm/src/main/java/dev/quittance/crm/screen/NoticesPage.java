package dev.quittance.crm.screen;

import java.util.List;
import java.util.Optional;

/**
 * The news of an organisation as its reader may see it.
 *
 * @param rows newest first
 * @param unread how many of them the reader has not seen
 * @param next the address of the older ones, if there are any
 */
public record NoticesPage(List<NoticeRow> rows, int unread, Optional<String> next) {
    /** Copies the rows. */
    public NoticesPage {
        rows = List.copyOf(rows);
    }

    /** How many there are, in words. */
    public String count() {
        return rows.isEmpty() ? "" : rows.size() + " (" + unread + " unread)";
    }
}
