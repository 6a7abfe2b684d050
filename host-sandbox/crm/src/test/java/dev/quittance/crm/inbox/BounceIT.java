package dev.quittance.crm.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MultipartReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail to an address that has no mailbox comes back as a mail server would bring it back. */
final class BounceIT {
    @TempDir
    Path folder;

    @Test
    void a_mail_to_a_bouncing_address_is_kept_and_comes_back_as_a_report_to_its_sender() throws Exception {
        Inbox inbox = Inbox.open(folder, Clock.systemUTC());
        List<byte[]> returned = new CopyOnWriteArrayList<>();
        try (MailServer server = MailServer.start(inbox)) {
            server.handReturnsTo(report -> {
                returned.add(report);
                return 1;
            });

            send(server.port(), "dana@example.com");
            assertThat(returned).isEmpty();
            send(server.port(), "Nobody@Bounces.example");

            assertThat(inbox.list())
                    .extracting(Letter::recipient)
                    .containsExactlyInAnyOrder("dana@example.com", "Nobody@Bounces.example", "payments@crm.example");
            assertThat(returned).hasSize(1);
            MimeMessage report =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(returned.get(0)));
            MultipartReport parts = (MultipartReport) report.getContent();
            DeliveryStatus status = (DeliveryStatus) parts.getReport();
            assertThat(status.getRecipientDSN(0).getHeader("Final-Recipient", null))
                    .isEqualToIgnoringCase("rfc822; nobody@bounces.example");
            assertThat(status.getRecipientDSN(0).getHeader("Action", null)).isEqualTo("failed");
            assertThat(parts.getReturnedMessage().getMessageID()).isEqualTo("<m1@crm.example>");
        }
    }

    @Test
    void a_host_that_cannot_take_the_report_now_keeps_nobody_from_sending() throws Exception {
        Inbox inbox = Inbox.open(folder, Clock.systemUTC());
        try (MailServer server = MailServer.start(inbox)) {
            server.handReturnsTo(report -> {
                throw new IllegalStateException("not now");
            });

            send(server.port(), "nobody@bounces.example");

            assertThat(inbox.list()).hasSize(2);
        }
    }

    private static void send(int port, String to) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", MailServer.HOST);
        properties.setProperty("mail.smtp.port", String.valueOf(port));
        MimeMessage mail = new MimeMessage(Session.getInstance(properties)) {
            @Override
            protected void updateMessageID() throws jakarta.mail.MessagingException {
                setHeader("Message-ID", "<m1@crm.example>");
            }
        };
        mail.setFrom(new InternetAddress("payments@crm.example"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        mail.setSubject("Payment request");
        mail.setText("Please pay", StandardCharsets.UTF_8.name());
        Transport.send(mail);
    }
}
