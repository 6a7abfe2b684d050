package dev.quittance.crm.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.crm.identity.MovingClock;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InboxIT {
    @TempDir
    private Path folder;

    private final MovingClock clock = new MovingClock();

    @Test
    void a_mail_sent_over_smtp_is_a_file_with_both_its_parts() throws MessagingException, IOException {
        Inbox inbox = Inbox.open(folder, clock);
        try (MailServer server = MailServer.start(inbox)) {
            send(server, "zoë@example.com", "Zahlung über 6.000 € \uD83D\uDEBF");
        }

        List<Letter> letters = inbox.list();
        assertThat(letters).hasSize(1);
        Letter letter = letters.get(0);
        assertThat(letter.subject()).isEqualTo("Zahlung über 6.000 € \uD83D\uDEBF");
        assertThat(letter.recipient()).isEqualTo("zoë@example.com");
        assertThat(letter.text().orElseThrow()).contains("Pay here: http://localhost:8080/pay/abc");
        assertThat(letter.html().orElseThrow()).contains("<a href=\"http://localhost:8080/pay/abc\">");
        assertThat(letter.receivedAt()).isEqualTo(clock.instant());
        assertThat(letter.findHeader("message-id")).isPresent();
        assertThat(folder).isDirectoryContaining(file -> file.toString().endsWith(letter.id() + ".eml"));
    }

    @Test
    void mails_are_there_again_after_a_restart_newest_first() throws MessagingException {
        Inbox before = Inbox.open(folder, clock);
        try (MailServer server = MailServer.start(before)) {
            send(server, "a@example.com", "first");
            send(server, "a@example.com", "second");
            clock.advance(Duration.ofSeconds(1));
            send(server, "a@example.com", "third");
        }

        Inbox after = Inbox.open(folder, clock);

        assertThat(after.list()).extracting(Letter::subject).containsExactly("third", "second", "first");
    }

    @Test
    void each_recipient_has_their_own_copy() throws MessagingException {
        Inbox inbox = Inbox.open(folder, clock);
        try (MailServer server = MailServer.start(inbox)) {
            MimeMessage message = message(server, "to both");
            message.setRecipients(Message.RecipientType.TO, "a@example.com, b@example.com");
            Transport.send(message);
        }

        assertThat(inbox.list())
                .extracting(Letter::recipient)
                .containsExactlyInAnyOrder("a@example.com", "b@example.com");
    }

    @Test
    void a_mail_that_cannot_be_kept_is_not_taken() throws IOException, MessagingException {
        Path gone = folder.resolve("gone");
        Inbox inbox = Inbox.open(gone, clock);
        Files.delete(gone);
        try (MailServer server = MailServer.start(inbox)) {
            assertThatThrownBy(() -> send(server, "a@example.com", "lost?"))
                    .isInstanceOf(MessagingException.class)
                    .hasMessageContaining("451");
        }
    }

    @Test
    void what_is_no_mail_of_this_inbox_is_not_there() throws IOException {
        Inbox inbox = Inbox.open(folder.resolve("inbox"), clock);
        Files.writeString(folder.resolve("secret.eml"), "Subject: not yours\r\n\r\n");

        for (String id :
                List.of("../secret", "secret", "", "20261120T100000.000-0001", "20261120T100000.000-0001/../x")) {
            assertThat(inbox.find(id)).as(id).isEmpty();
            assertThat(inbox.findFile(id)).as(id).isEmpty();
        }
    }

    @Test
    void mails_go_after_90_days_and_nothing_else_in_the_folder_does() throws IOException {
        Inbox inbox = Inbox.open(folder, clock);
        byte[] mail = "Subject: hello\r\n\r\nwords".getBytes(StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("0-notes.eml"), "no mail of the inbox");
        String old = inbox.keep("a@example.com", mail);
        clock.advance(Duration.ofDays(89));
        String young = inbox.keep("a@example.com", mail);
        assertThat(inbox.find(old)).isPresent();

        clock.advance(Duration.ofDays(2));
        String latest = inbox.keep("a@example.com", mail);

        assertThat(inbox.list()).extracting(Letter::id).containsExactly(latest, young);
        assertThat(folder).isDirectoryContaining(file -> file.endsWith("0-notes.eml"));
    }

    @Test
    void broken_mail_is_shown_as_far_as_it_can_be_read() throws IOException {
        Inbox inbox = Inbox.open(folder, clock);
        String nested = "Content-Type: multipart/mixed; boundary=\"a\"\r\n\r\n--a\r\n".repeat(40);
        String id = inbox.keep(
                "a@example.com\r\nBcc: b@example.com", ("Subject: deep\r\n" + nested).getBytes(StandardCharsets.UTF_8));

        Letter letter = inbox.find(id).orElseThrow();

        assertThat(letter.subject()).isEqualTo("deep");
        assertThat(letter.text()).isEmpty();
        assertThat(letter.findHeader("Bcc")).isEmpty();
    }

    private static void send(MailServer server, String to, String subject) throws MessagingException {
        MimeMessage message = message(server, subject);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        Transport.send(message);
    }

    private static MimeMessage message(MailServer server, String subject) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", MailServer.HOST);
        properties.setProperty("mail.smtp.port", Integer.toString(server.port()));
        properties.setProperty("mail.mime.allowutf8", "true");
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom("payments@sandbox.example");
        message.setSubject(subject, "UTF-8");
        MimeBodyPart text = new MimeBodyPart();
        text.setText("Pay here: http://localhost:8080/pay/abc", "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setContent("<p><a href=\"http://localhost:8080/pay/abc\">Pay</a></p>", "text/html; charset=UTF-8");
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(text);
        both.addBodyPart(html);
        message.setContent(both);
        return message;
    }
}
