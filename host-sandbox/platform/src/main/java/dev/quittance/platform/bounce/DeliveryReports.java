package dev.quittance.platform.bounce;

import dev.quittance.api.host.MailReturn;
import dev.quittance.api.host.MailReturnListener;
import dev.quittance.platform.event.EventStream;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Matches reports with mails by Message-ID and recipient, never by a subject. Logs nothing of what a message says. Thread-safe. */
public final class DeliveryReports implements MailReturns {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryReports.class);

    private final SentMails sent;
    private final EventStream<ReturnedMail, MailReturnListener> stream;
    private final Clock clock;
    private final ReportReader reader = new ReportReader();

    /** Reports about these mails, told by this stream. */
    public DeliveryReports(SentMails sent, EventStream<ReturnedMail, MailReturnListener> stream, Clock clock) {
        this.sent = sent;
        this.stream = stream;
        this.clock = clock;
    }

    @Override
    public int take(byte[] message) {
        int returned = 0;
        for (Report report : read(message)) {
            Optional<SentMails.Sent> mail = find(report);
            if (mail.isPresent()) {
                stream.publish(event(report, mail.get()));
                returned++;
            }
        }
        LOG.info("a message of {} bytes reports {} mails that came back", message.length, returned);
        return returned;
    }

    private List<Report> read(byte[] message) {
        if (message.length > LONGEST) {
            return List.of();
        }
        try {
            return reader.read(message);
        } catch (MessagingException | IOException | RuntimeException e) {
            LOG.info("a message that came back cannot be read: {}", e.getClass().getSimpleName());
            return List.of();
        }
    }

    private Optional<SentMails.Sent> find(Report report) {
        try {
            return sent.find(report.messageId(), report.recipient());
        } catch (SQLException e) {
            throw new IllegalStateException("mails that were sent cannot be read: hand the report in again", e);
        }
    }

    /** One mail comes back once, however many reports say so. */
    private ReturnedMail event(Report report, SentMails.Sent mail) {
        String eventId = "mail/" + SentMails.hash(report.messageId());
        return new ReturnedMail(
                mail.pluginId(), new MailReturn(eventId, mail.org(), mail.key(), report.status(), clock.instant()));
    }
}
