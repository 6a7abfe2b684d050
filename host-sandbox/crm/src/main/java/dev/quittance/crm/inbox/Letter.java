package dev.quittance.crm.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A mail that was delivered.
 *
 * @param id names it in the inbox: the name of its file, without the ending
 * @param receivedAt when the server took it
 * @param recipient the one address it was delivered to
 * @param from as its header says
 * @param to as its header says
 * @param subject decoded
 * @param headers all header lines, in order, decoded
 * @param text the text part, if there is one
 * @param html the HTML part, if there is one
 */
public record Letter(
        String id,
        Instant receivedAt,
        String recipient,
        String from,
        String to,
        String subject,
        List<Header> headers,
        Optional<String> text,
        Optional<String> html) {
    /**
     * A header line.
     *
     * @param name before the colon
     * @param value after it, decoded and unfolded
     */
    public record Header(String name, String value) {}

    /** Copies the headers. */
    public Letter {
        headers = List.copyOf(headers);
    }

    /** The value of the first header of that name; empty if there is none. */
    public Optional<String> findHeader(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }
}
