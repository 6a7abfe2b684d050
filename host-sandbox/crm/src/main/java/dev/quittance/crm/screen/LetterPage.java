package dev.quittance.crm.screen;

import java.util.List;
import java.util.Optional;

/**
 * A mail.
 *
 * @param subject its subject, or words that say it has none
 * @param from who it is from
 * @param recipient who got it
 * @param received when
 * @param htmlHref where its HTML part is shown, if it has one
 * @param text its text part, links apart from other words; empty if it has none
 * @param headers its header lines
 * @param sourceHref where it is shown as it came
 */
public record LetterPage(
        String subject,
        String from,
        String recipient,
        String received,
        Optional<String> htmlHref,
        List<Words> text,
        List<Line> headers,
        String sourceHref) {
    /**
     * Some words of the text.
     *
     * @param text the words
     * @param link whether they are an address to be followed
     */
    public record Words(String text, boolean link) {}

    /**
     * A header line.
     *
     * @param name before the colon
     * @param value after it
     */
    public record Line(String name, String value) {}

    /** Copies the lists. */
    public LetterPage {
        text = List.copyOf(text);
        headers = List.copyOf(headers);
    }
}
