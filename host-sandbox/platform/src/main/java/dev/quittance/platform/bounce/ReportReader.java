package dev.quittance.platform.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MultipartReport;

/** Reads delivery status notifications (RFC 3464); whatever is none gives nothing. Thread-safe. */
final class ReportReader {
    /** A mail of ours has one recipient; a report of more is not about it. */
    private static final int MOST_RECIPIENTS = 20;

    private static final Pattern MESSAGE_ID = Pattern.compile("\\s*(<[!-~]{3,190}>)\\s*");
    private static final Pattern ADDRESS = Pattern.compile(
            "\\s*rfc822\\s*;\\s*<?([^<>\\s;]{3,254}@[^<>\\s;@]{1,254})>?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern STATUS = Pattern.compile("\\s*([245]\\.\\d{1,3}\\.\\d{1,3})\\b.*", Pattern.DOTALL);

    private final Session session = Session.getInstance(new Properties());

    /**
     * The recipients to whom a mail could not be brought; under both names if the report has the one it was sent to and the one it was
     * passed on to.
     *
     * @throws MessagingException if it is no mail
     * @throws IOException if it is no mail
     */
    List<Report> read(byte[] message) throws MessagingException, IOException {
        MimeMessage mime = new MimeMessage(session, new ByteArrayInputStream(message));
        if (!mime.isMimeType("multipart/report")
                || !(mime.getContent() instanceof MultipartReport parts)
                || !(parts.getReport() instanceof DeliveryStatus status)) {
            return List.of();
        }
        MimeMessage returned = parts.getReturnedMessage();
        Optional<String> messageId = returned == null ? Optional.empty() : messageId(returned);
        if (messageId.isEmpty() || status.getRecipientDSNCount() > MOST_RECIPIENTS) {
            return List.of();
        }
        List<Report> reports = new ArrayList<>();
        for (int index = 0; index < status.getRecipientDSNCount(); index++) {
            InternetHeaders fields = status.getRecipientDSN(index);
            if (field(fields, "Action").strip().equalsIgnoreCase("failed")) {
                String code = matched(STATUS, field(fields, "Status")).orElse("");
                addresses(fields).forEach(address -> reports.add(new Report(messageId.get(), address, code)));
            }
        }
        return reports;
    }

    private static Optional<String> messageId(MimeMessage returned) throws MessagingException {
        String[] values = returned.getHeader("Message-ID");
        return values == null || values.length != 1 ? Optional.empty() : matched(MESSAGE_ID, values[0]);
    }

    private static Set<String> addresses(InternetHeaders fields) {
        Set<String> addresses = new TreeSet<>();
        for (String name : List.of("Original-Recipient", "Final-Recipient")) {
            matched(ADDRESS, field(fields, name)).ifPresent(one -> addresses.add(one.toLowerCase(Locale.ROOT)));
        }
        return addresses;
    }

    private static String field(InternetHeaders fields, String name) {
        String value = fields.getHeader(name, null);
        return value == null ? "" : value;
    }

    private static Optional<String> matched(Pattern pattern, String value) {
        Matcher matcher = pattern.matcher(value);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
