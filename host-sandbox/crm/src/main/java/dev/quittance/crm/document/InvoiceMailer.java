package dev.quittance.crm.document;

import dev.quittance.crm.web.Templates;
import dev.quittance.platform.host.MailServer;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mails an invoice to its customer: words as text and as HTML, the invoice as PDF beside them, one recipient, from the organisation.
 * Thread-safe.
 */
public final class InvoiceMailer {
    private static final Logger LOG = LoggerFactory.getLogger(InvoiceMailer.class);
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    private static final String CONNECT_MILLIS = "5000";
    private static final String ANSWER_MILLIS = "15000";
    /** A subject longer than this is cut by most who show it. */
    private static final int SUBJECT_LENGTH = 200;

    private final MailServer server;
    private final Templates templates;
    private final InvoicePdf pdf;
    private final Clock clock;
    private final Session session;

    /** What became of a mail. */
    public enum Outcome {
        /** The mail server has it. */
        SENT,
        /** It is no address that mail could go to: nothing was sent. */
        NO_ADDRESS,
        /** The mail server did not take it: nothing was sent. */
        NOT_TAKEN
    }

    /** Hands mail to this server. */
    public InvoiceMailer(MailServer server, Templates templates, InvoicePdf pdf, Clock clock) {
        this.server = server;
        this.templates = templates;
        this.pdf = pdf;
        this.clock = clock;
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        this.session = Session.getInstance(properties);
    }

    /** Sends it to this address. Sending twice sends two mails. */
    public Outcome send(InvoicePaper paper, String address) {
        if (CONTROLS.matcher(address).find()) {
            return Outcome.NO_ADDRESS;
        }
        try {
            MimeMessage mail = mail(paper, address);
            try (Transport transport = session.getTransport("smtp")) {
                transport.connect(server.host(), server.port(), null, null);
                transport.sendMessage(mail, mail.getAllRecipients());
            }
            return Outcome.SENT;
        } catch (AddressException | UnsupportedEncodingException e) {
            return Outcome.NO_ADDRESS;
        } catch (MessagingException e) {
            LOG.warn("invoice {} was not mailed: {}", paper.name(), e.getClass().getSimpleName());
            return Outcome.NOT_TAKEN;
        }
    }

    private MimeMessage mail(InvoicePaper paper, String address)
            throws MessagingException, UnsupportedEncodingException {
        String utf8 = StandardCharsets.UTF_8.name();
        MimeMessage mail = new MimeMessage(session);
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
        mail.setFrom(new InternetAddress(server.from(), oneLine(paper.business().name()), utf8));
        if (!paper.business().email().isEmpty()) {
            mail.setReplyTo(
                    new InternetAddress[] {new InternetAddress(paper.business().email(), true)});
        }
        mail.setSubject(subject(paper), utf8);
        mail.setHeader(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
        mail.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart words = new MimeBodyPart();
        words.setContent(alternatives(paper));
        MimeBodyPart attached = new MimeBodyPart();
        attached.setDataHandler(new DataHandler(new ByteArrayDataSource(pdf.write(paper), "application/pdf")));
        attached.setFileName(paper.name() + ".pdf");
        mail.setContent(new MimeMultipart("mixed", words, attached));
        mail.saveChanges();
        return mail;
    }

    private MimeMultipart alternatives(InvoicePaper paper) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(InvoiceLetter.text(paper), StandardCharsets.UTF_8.name());
        MimeBodyPart html = new MimeBodyPart();
        html.setContent(templates.render("invoicemail", InvoiceLetter.of(paper)), "text/html; charset=utf-8");
        return new MimeMultipart("alternative", text, html);
    }

    private static String subject(InvoicePaper paper) {
        String subject = oneLine(
                paper.words().say("mailSubject", paper.name(), paper.business().name()));
        return subject.length() > SUBJECT_LENGTH ? subject.substring(0, SUBJECT_LENGTH) : subject;
    }

    private static String oneLine(String text) {
        return CONTROLS.matcher(text).replaceAll(" ");
    }
}
