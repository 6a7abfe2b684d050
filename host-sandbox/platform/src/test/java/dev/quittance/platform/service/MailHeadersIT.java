package dev.quittance.platform.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.quittance.api.host.MailMessage;
import dev.quittance.api.host.MailOutcome;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.OrgView;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Text;
import dev.quittance.platform.extension.MessageBundles;
import dev.quittance.platform.host.MailServer;
import dev.quittance.platform.render.MailView;
import dev.quittance.platform.render.Reader;
import dev.quittance.platform.render.Words;
import jakarta.mail.Header;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that people type adds a header to a mail, a recipient, or a second mail. */
final class MailHeadersIT {
    private static final Set<String> HEADERS = Set.of(
            "Return-Path",
            "Received",
            "Date",
            "From",
            "Reply-To",
            "To",
            "Message-ID",
            "Subject",
            "MIME-Version",
            "Content-Type",
            "Auto-Submitted");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dana\r\nBcc: thief@evil.example",
                "Dana\nBcc: thief@evil.example",
                "Dana\rBcc: thief@evil.example",
                "Dana\r\n\r\n<script>alert(1)</script>",
                "Dana\r\n.\r\nMAIL FROM:<thief@evil.example>",
                "Dana\u2028Bcc: thief@evil.example",
                "Dana\u0085Bcc: thief@evil.example",
                "\"Dana\" <thief@evil.example>,",
                "=?utf-8?q?Dana=0D=0ABcc:_thief@evil.example?="
            })
    void a_value_with_a_line_break_in_it_forges_nothing(String typed) throws Exception {
        for (int place = 0; place < 5; place++) {
            server.purgeEmailFromAllMailboxes();
            MailOutcome outcome = send(List.of("", "", "", "", ""), place, typed);

            for (MimeMessage mail : server.getReceivedMessages()) {
                assertThat(names(mail)).as("place " + place).isSubsetOf(HEADERS);
                assertThat(mail.getAllRecipients()).as("place " + place).hasSize(1);
                assertThat(mail.getAllRecipients()[0].toString())
                        .as("place " + place)
                        .endsWith("dana@example.com>");
                assertThat(mail.getFrom()[0].toString()).as("place " + place).endsWith("<payments@crm.example>");
                assertThat(mail.getHeader("Subject")).as("place " + place).hasSize(1);
            }
            int taken = outcome.kind() == MailOutcome.Kind.HANDED_OVER ? 1 : 0;
            assertThat(server.getReceivedMessages()).as("place " + place).hasSize(taken);
        }
    }

    private MailOutcome send(List<String> usual, int place, String typed) {
        List<String> values = new ArrayList<>(usual);
        values.set(place, typed);
        String to = "dana@example.com" + values.get(0);
        MailMessage message = new MailMessage(
                "key",
                new OrgId("o"),
                to,
                "Dana" + values.get(1),
                Locale.US,
                Text.plain("not used: the view has it"),
                List.of(Block.paragraph(Text.plain("Hello"))));
        OrgView org = new OrgView(
                new OrgId("o"),
                "Ridgeline" + values.get(3),
                "USD",
                Locale.US,
                ZoneId.of("UTC"),
                "",
                "office@ridgeline.example" + values.get(4),
                List.of());
        MailView view = new MailView(
                "A payment" + values.get(2),
                org.name(),
                List.of(),
                new Words(MessageBundles.none(), new Reader(Locale.US, ZoneId.of("UTC"), "USD")));
        MailServer address = MailServer.plain("127.0.0.1", server.getSmtp().getPort(), "payments@crm.example");
        return new SmtpMail(address, Clock.systemUTC())
                .send(message, new SmtpMail.Written(view, "<p>Hello</p>", "<1@crm.example>"), Optional.of(org));
    }

    private static Set<String> names(MimeMessage mail) throws Exception {
        Set<String> names = new TreeSet<>();
        for (Header header : Collections.list(mail.getAllHeaders())) {
            names.add(header.getName());
        }
        return names;
    }
}
