package dev.quittance.platform.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReportReaderTest {
    private static final String ID = "<0123456789abcdef@crm.example>";

    private final ReportReader reader = new ReportReader();

    @Test
    void a_report_says_which_mail_did_not_reach_whom_and_why() throws Exception {
        assertThat(reader.read(Reports.of(ID, "Dana@Example.com", "failed", "5.1.1")))
                .containsExactly(new Report(ID, "dana@example.com", "5.1.1"));
    }

    @Test
    void the_whole_mail_may_be_in_it_instead_of_its_headers() throws Exception {
        String whole = Reports.text(ID, Reports.fields("dana@example.com", "Failed", "5.2.2 (full)"))
                .replace("text/rfc822-headers", "message/rfc822");

        assertThat(reader.read(Reports.bytes(whole))).containsExactly(new Report(ID, "dana@example.com", "5.2.2"));
    }

    @Test
    void an_address_that_was_passed_on_is_known_by_both_names() throws Exception {
        String fields = "Original-Recipient: rfc822;dana@example.com\n"
                + Reports.fields("<d.miller@elsewhere.example>", "failed", "5.1.1");

        assertThat(reader.read(Reports.bytes(Reports.text(ID, fields))))
                .extracting(Report::recipient)
                .containsExactly("d.miller@elsewhere.example", "dana@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delayed", "delivered", "relayed", "expanded", "", "failed failed"})
    void only_what_failed_came_back(String action) throws Exception {
        assertThat(reader.read(Reports.of(ID, "dana@example.com", action, "4.4.1")))
                .isEmpty();
    }

    @Test
    void a_mail_without_a_report_a_second_message_id_or_a_crowd_says_nothing() throws Exception {
        String fields = Reports.fields("dana@example.com", "failed", "5.1.1");
        String good = Reports.text(ID, fields);
        List<String> nothing = List.of(
                "From: dana@example.com\nSubject: Undelivered Mail Returned to Sender " + ID + "\n\n5.1.1\n",
                good.replace("multipart/report; report-type=delivery-status", "multipart/mixed"),
                good.replace("message/delivery-status", "text/plain"),
                good.replace("Message-ID: " + ID, "Message-ID: " + ID + "\nMessage-ID: <other@crm.example>"),
                good.replace("Message-ID: " + ID, "X-Nothing: here"),
                good.replace("rfc822; dana@example.com", "x400; dana@example.com"),
                Reports.text(ID, (fields + "\n").repeat(21)));

        assertThat(reader.read(Reports.bytes(good))).hasSize(1);
        for (String text : nothing) {
            assertThat(reader.read(Reports.bytes(text))).as(text).isEmpty();
        }
    }

    /** What a stranger may send: nothing of it does more than fail to be read, and it never takes long. */
    @Test
    void bytes_that_were_changed_at_random_name_no_other_mail_and_no_other_reader() {
        Random random = new Random(7);
        byte[] good = Reports.of(ID, "dana@example.com", "failed", "5.1.1");
        int read = 0;
        for (int time = 0; time < 3000; time++) {
            byte[] changed = good.clone();
            for (int place = 0; place < 1 + time % 5; place++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            try {
                read += reader.read(changed).size();
            } catch (Exception e) {
                assertThat(e).isNotInstanceOf(Error.class);
            }
        }
        assertThat(read).as("most changes are harmless").isGreaterThan(500);
    }
}
