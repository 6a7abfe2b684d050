package dev.quittance.crm.inbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Properties;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MultipartReport;

/** What a mail server writes when it cannot bring a mail to its reader: a delivery status notification, RFC 3464. */
final class Bounce {
    /** Whoever has an address here has none: mail to it comes back. */
    static final String DOMAIN = "@bounces.example";

    private static final Session SESSION = Session.getInstance(new Properties());

    private Bounce() {}

    static boolean isFor(String recipient) {
        return recipient.toLowerCase(Locale.ROOT).endsWith(DOMAIN);
    }

    /** The report to the sender of this mail. */
    static byte[] of(MimeMessage mail, String recipient, String sender) throws MessagingException, IOException {
        DeliveryStatus status = new DeliveryStatus();
        InternetHeaders server = new InternetHeaders();
        server.setHeader("Reporting-MTA", "dns; sandbox.example");
        status.setMessageDSN(server);
        InternetHeaders fields = new InternetHeaders();
        fields.setHeader("Final-Recipient", "rfc822; " + recipient);
        fields.setHeader("Action", "failed");
        fields.setHeader("Status", "5.1.1");
        fields.setHeader("Diagnostic-Code", "smtp; 550 5.1.1 no such mailbox");
        status.addRecipientDSN(fields);
        MimeMessage report = new MimeMessage(SESSION);
        report.setHeader("From", "MAILER-DAEMON@sandbox.example");
        report.setHeader("To", sender);
        report.setHeader("Auto-Submitted", "auto-replied");
        report.setSubject("Undelivered Mail Returned to Sender");
        report.setContent(new MultipartReport("There is no mailbox " + recipient + " here.\n", status, mail));
        report.saveChanges();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        report.writeTo(bytes);
        return bytes.toByteArray();
    }
}
