package dev.quittance.crm.screen;

import java.util.List;

/**
 * All mail that was sent.
 *
 * @param rows newest first
 */
public record InboxPage(List<Row> rows) {
    /**
     * A mail.
     *
     * @param href its page
     * @param subject its subject, or words that say it has none
     * @param recipient who got it
     * @param from who it is from
     * @param received when
     */
    public record Row(String href, String subject, String recipient, String from, String received) {}

    /** Copies the rows. */
    public InboxPage {
        rows = List.copyOf(rows);
    }
}
