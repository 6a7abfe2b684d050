package dev.quittance.api.host;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Text;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A mail as data; the host makes HTML and a text part of it, in the organisation's name. Immutable and thread-safe.
 *
 * @param key the same whenever this mail is sent again; becomes its Message-ID
 * @param org in whose name
 * @param to one address
 * @param toName the person's name, may be empty
 * @param locale the reader's language and formats
 * @param subject one line
 * @param body paragraphs, amounts, facts, callouts and buttons
 */
public record MailMessage(
        String key, OrgId org, String to, String toName, Locale locale, Text subject, List<Block> body) {
    /** Copies the body. */
    public MailMessage {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(org, "org");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(toName, "toName");
        Objects.requireNonNull(locale, "locale");
        Objects.requireNonNull(subject, "subject");
        body = List.copyOf(body);
    }

    /** Its key only. */
    @Override
    public String toString() {
        return "MailMessage[" + key + "]";
    }
}
