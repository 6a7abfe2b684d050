package dev.quittance.platform.service;

import dev.quittance.api.host.MailMessage;
import dev.quittance.api.host.MailOutcome;
import dev.quittance.api.record.OrgView;
import dev.quittance.platform.host.MailServer;
import dev.quittance.platform.render.MailView;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** Hands mails to an SMTP server. Thread-safe. */
final class SmtpMail {
    private static final String CONNECT_MILLIS = "5000";
    /** A server that scans what it takes needs some seconds. */
    private static final String ANSWER_MILLIS = "15000";
    /** From here on a server means it for good. */
    private static final int PERMANENT = 500;

    private final MailServer server;
    private final Clock clock;
    private final Session session;

    /**
     * A mail in words.
     *
     * @param view its parts
     * @param html the same as HTML
     * @param messageId the same whenever it is sent again
     */
    record Written(MailView view, String html, String messageId) {}

    SmtpMail(MailServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
        this.session = Session.getInstance(properties(server));
    }

    /**
     * Sends one mail.
     *
     * @param message to whom
     * @param written what it says
     * @param org in whose name, if it still exists
     */
    MailOutcome send(MailMessage message, Written written, Optional<OrgView> org) {
        if (hasLineBreak(message.to())
                || hasLineBreak(message.toName())
                || hasLineBreak(written.view().subject())) {
            return MailOutcome.refused("a line break in the address or subject");
        }
        MimeMessage mime;
        try {
            mime = mime(message, written, org);
        } catch (AddressException e) {
            return MailOutcome.refused("not an address");
        } catch (MessagingException | UnsupportedEncodingException e) {
            return MailOutcome.refused(
                    "the mail cannot be written: " + e.getClass().getSimpleName());
        }
        return transported(mime);
    }

    private MailOutcome transported(MimeMessage mime) {
        try (Transport transport = session.getTransport("smtp")) {
            String user = server.credentials().map(MailServer.Credentials::user).orElse(null);
            String password =
                    server.credentials().map(MailServer.Credentials::password).orElse(null);
            transport.connect(server.host(), server.port(), user, password);
            transport.sendMessage(mime, mime.getAllRecipients());
            return MailOutcome.handedOver();
        } catch (AuthenticationFailedException e) {
            return MailOutcome.tryLater("the mail server does not know the host");
        } catch (SendFailedException e) {
            return outcome(e);
        } catch (MessagingException e) {
            return MailOutcome.tryLater(
                    "the mail server did not take it: " + e.getClass().getSimpleName());
        }
    }

    private static MailOutcome outcome(SendFailedException failed) {
        int code = 0;
        for (Exception next = failed; next instanceof MessagingException chained; next = chained.getNextException()) {
            if (next instanceof SMTPAddressFailedException address) {
                code = Math.max(code, address.getReturnCode());
            } else if (next instanceof SMTPSendFailedException sent) {
                code = Math.max(code, sent.getReturnCode());
            }
        }
        return code >= PERMANENT
                ? MailOutcome.refused("the mail server refused it for good: " + code)
                : MailOutcome.tryLater("the mail server refused it for now: " + code);
    }

    private MimeMessage mime(MailMessage message, Written written, Optional<OrgView> org)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessage mime = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", written.messageId());
            }
        };
        String utf8 = StandardCharsets.UTF_8.name();
        InternetAddress to = new InternetAddress(message.to(), true);
        if (!to.getAddress().equals(message.to())) {
            throw new AddressException("more than an address");
        }
        to.setPersonal(message.toName().isEmpty() ? null : message.toName(), utf8);
        mime.setRecipient(Message.RecipientType.TO, to);
        mime.setFrom(new InternetAddress(server.from(), org.map(OrgView::name).orElse(null), utf8));
        String replies = org.map(OrgView::email).orElse("");
        if (!replies.isEmpty()) {
            mime.setReplyTo(new InternetAddress[] {new InternetAddress(replies, true)});
        }
        mime.setSubject(written.view().subject(), utf8);
        mime.setSentDate(Date.from(clock.instant()));
        mime.setHeader("Auto-Submitted", "auto-generated");
        mime.setContent(alternatives(written));
        mime.saveChanges();
        return mime;
    }

    private static MimeMultipart alternatives(Written written) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(written.view().text(), StandardCharsets.UTF_8.name());
        MimeBodyPart html = new MimeBodyPart();
        html.setContent(written.html(), "text/html; charset=utf-8");
        return new MimeMultipart("alternative", text, html);
    }

    private static boolean hasLineBreak(String text) {
        return text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0;
    }

    private static Properties properties(MailServer server) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        properties.setProperty(
                "mail.smtp.auth", String.valueOf(server.credentials().isPresent()));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(server.startTls()));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(server.startTls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.mime.charset", StandardCharsets.UTF_8.name());
        return properties;
    }
}
