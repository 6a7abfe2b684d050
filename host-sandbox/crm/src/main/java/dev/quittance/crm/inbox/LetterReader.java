package dev.quittance.crm.inbox;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a mail file: headers, text part, HTML part. */
final class LetterReader {
    private static final Logger LOG = LoggerFactory.getLogger(LetterReader.class);
    /** The line that the inbox puts before the mail as it came. */
    static final String DELIVERED_TO = "Delivered-To";
    /** A mail nests multipart in multipart two or three times; more is somebody's attack. */
    private static final int MAX_DEPTH = 8;

    private static final Session SESSION = session();

    private LetterReader() {}

    static Letter read(String id, Instant receivedAt, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(SESSION, in);
            List<Letter.Header> headers = new ArrayList<>();
            for (jakarta.mail.Header header : Collections.list(message.getAllHeaders())) {
                headers.add(new Letter.Header(header.getName(), decoded(header.getValue())));
            }
            return new Letter(
                    id,
                    receivedAt,
                    header(message, DELIVERED_TO),
                    header(message, "From"),
                    header(message, "To"),
                    header(message, "Subject"),
                    headers,
                    readable(message, "text/plain"),
                    readable(message, "text/html"));
        } catch (MessagingException e) {
            throw new IOException("not a mail: " + id, e);
        }
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        String[] values = message.getHeader(name);
        return values == null ? "" : decoded(values[0]);
    }

    private static String decoded(String value) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(value));
        } catch (UnsupportedEncodingException e) {
            return value;
        }
    }

    /** Addresses and subjects may hold letters of any language as they are. */
    private static Session session() {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "true");
        return Session.getInstance(properties);
    }

    /** The part, or empty if there is none that can be read: a broken mail still has its headers and its source. */
    private static Optional<String> readable(Part whole, String type) {
        try {
            return part(whole, type, 0);
        } catch (MessagingException | IOException e) {
            LOG.debug("no {} can be read", type, e);
            return Optional.empty();
        }
    }

    private static Optional<String> part(Part part, String type, int depth) throws MessagingException, IOException {
        if (part.isMimeType(type) && part.getContent() instanceof String words) {
            return Optional.of(words);
        }
        if (depth < MAX_DEPTH && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                Optional<String> found = part(inner, type, depth + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
