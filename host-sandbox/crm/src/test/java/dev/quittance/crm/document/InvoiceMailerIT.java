package dev.quittance.crm.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.crm.identity.MovingClock;
import dev.quittance.crm.inbox.Inbox;
import dev.quittance.crm.inbox.Letter;
import dev.quittance.crm.inbox.MailServer;
import dev.quittance.crm.web.Templates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InvoiceMailerIT {
    @TempDir
    private Path folder;

    private final MovingClock clock = new MovingClock();
    private Inbox inbox;
    private MailServer server;
    private InvoiceMailer mailer;

    @BeforeEach
    void start() {
        inbox = Inbox.open(folder, clock);
        server = MailServer.start(inbox);
        Templates templates = new Templates();
        mailer = new InvoiceMailer(
                dev.quittance.platform.host.MailServer.plain(
                        MailServer.HOST, server.port(), "payments@sandbox.example"),
                templates,
                new InvoicePdf(templates, new Typefaces(FontFiles.none())),
                clock);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_mail_says_it_in_words_and_html_with_the_link_and_brings_the_paper() throws IOException {
        InvoicePaper paper = InvoicePdfTest.paper(Locale.US, "Zoë 李 🚿", "Roof", true);

        assertThat(mailer.send(paper, "zoe@example.com")).isEqualTo(InvoiceMailer.Outcome.SENT);
        Letter letter = only();
        assertThat(letter.subject()).isEqualTo("Invoice INV-1042 from Ridgeline Roofing");
        assertThat(letter.from()).contains("Ridgeline Roofing");
        assertThat(letter.findHeader("reply-to")).contains("office@ridgeline.example");
        assertThat(letter.text().orElseThrow()).contains("Zoë 李 🚿", "https://pay.example/pay/", "$1,500.00");
        assertThat(Jsoup.parse(letter.html().orElseThrow()).select("a[href^=https://pay.example/pay/]"))
                .isNotEmpty();
        assertThat(source(letter)).contains("application/pdf", "INV-1042.pdf");
    }

    @Test
    void nothing_that_a_customer_is_called_becomes_a_header_or_html() throws IOException {
        String name = "a\r\nBcc: b@evil.example\r\n\r\n<img src=x onerror=y>\u202e";
        InvoicePaper odd = InvoicePdfTest.paper(Locale.US, name, name, true);

        assertThat(mailer.send(odd, "zoe@example.com")).isEqualTo(InvoiceMailer.Outcome.SENT);
        Letter letter = only();
        assertThat(letter.recipient()).isEqualTo("zoe@example.com");
        assertThat(letter.findHeader("bcc")).isEmpty();
        assertThat(Jsoup.parse(letter.html().orElseThrow()).select("img, [onerror]"))
                .isEmpty();
        assertThat(letter.text().orElseThrow())
                .contains("\u2068a Bcc: b@evil.example <img src=x onerror=y>\u202e\u2069");
    }

    @Test
    void what_is_no_address_gets_no_mail() {
        InvoicePaper paper = InvoicePdfTest.paper(Locale.US, "Ada", "Roof", true);

        for (String address : List.of(
                "a@example.com\r\nBcc: b@evil.example",
                "a@example.com, b@evil.example",
                "nobody",
                "",
                "a b@c.example")) {
            assertThat(mailer.send(paper, address)).as(address).isEqualTo(InvoiceMailer.Outcome.NO_ADDRESS);
        }
        assertThat(inbox.list()).isEmpty();
    }

    @Test
    void a_mail_server_that_is_gone_is_said() {
        server.close();

        assertThat(mailer.send(InvoicePdfTest.paper(Locale.US, "Ada", "Roof", true), "a@example.com"))
                .isEqualTo(InvoiceMailer.Outcome.NOT_TAKEN);
    }

    private Letter only() {
        List<Letter> letters = inbox.list();
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }

    private String source(Letter letter) throws IOException {
        return Files.readString(inbox.findFile(letter.id()).orElseThrow(), StandardCharsets.UTF_8);
    }
}
