package dev.quittance.platform.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.sample.PluginBuild;
import dev.quittance.platform.sample.TestDatabase;
import dev.quittance.platform.sample.TestHost;
import dev.quittance.platform.sample.TestServer;
import dev.quittance.platform.sample.Until;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mail that comes back is told to the plugin that sent it, and to nobody for a forgery. */
final class BounceIT {
    private static final String WRITE = "/project/1/actions/sample/write";
    private static final String DANA = "dana@example.com";

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_mail_that_comes_back_is_told_once_to_the_plugin_that_sent_it(TestDatabase database) throws Exception {
        try (TestHost host = new TestHost(database);
                TestServer server = enabled(host)) {
            String messageId = mailed(host, server);
            byte[] report = Reports.of(messageId, "Dana@Example.com", "failed", "5.1.1");

            assertThat(server.platform().mailReturns().take(report)).isEqualTo(1);
            assertThat(server.platform().mailReturns().take(report)).isEqualTo(1);

            Until.comesTrue(() -> count(host, "back:mail-t1:5.1.1") > 0);
            assertThat(count(host, "back:%")).isEqualTo(1);
            assertThat(one(host, "select count(*) from platform.event where stream = 'mail'"))
                    .isEqualTo("1");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_only_looks_like_a_report_changes_nothing(TestDatabase database) throws Exception {
        try (TestHost host = new TestHost(database);
                TestServer server = enabled(host)) {
            String messageId = mailed(host, server);
            MailReturns returns = server.platform().mailReturns();

            assertThat(returns.take(Reports.of(messageId, "thief@evil.example", "failed", "5.1.1")))
                    .isZero();
            assertThat(returns.take(Reports.of("<forged@crm.example>", DANA, "failed", "5.1.1")))
                    .isZero();
            assertThat(returns.take(Reports.of(messageId, DANA, "delayed", "4.4.1")))
                    .isZero();
            assertThat(returns.take(new byte[0])).isZero();
            assertThat(returns.take(new byte[MailReturns.LONGEST + 1])).isZero();
            assertThat(returns.take("\u0000\u0001 no mail".getBytes(StandardCharsets.UTF_8)))
                    .isZero();
            String subjectOnly = "From: x@example.com\r\nSubject: Returned mail " + messageId + "\r\n\r\n" + DANA;
            assertThat(returns.take(subjectOnly.getBytes(StandardCharsets.UTF_8)))
                    .isZero();

            assertThat(one(host, "select count(*) from platform.event where stream = 'mail'"))
                    .isEqualTo("0");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void addresses_are_kept_as_hashes_and_old_mails_forgotten(TestDatabase database) throws Exception {
        try (TestHost host = new TestHost(database);
                TestServer server = enabled(host)) {
            String messageId = mailed(host, server);
            assertThat(one(host, "select recipient_hash from platform.sent_mail"))
                    .hasSize(64);
            SentMails sent = new SentMails(host.dataSource(), "platform");

            assertThat(sent.forget(host.clock().instant().minus(ForgetMails.KEPT), 10))
                    .isZero();
            assertThat(sent.find(messageId, DANA)).isPresent();
            assertThat(sent.forget(host.clock().instant().plus(Duration.ofMinutes(1)), 10))
                    .isEqualTo(1);
            assertThat(sent.find(messageId, DANA)).isEmpty();
        }
    }

    private static String mailed(TestHost host, TestServer server) throws Exception {
        Map<String, String> form =
                TestServer.filledIn(server.get("olga", WRITE), "what", "mail", "amount", "1", "more", DANA, "key", "k");
        assertThat(server.post("olga", WRITE, form).statusCode()).isEqualTo(303);
        return host.mail().getReceivedMessages()[0].getMessageID();
    }

    private static long count(TestHost host, String words) throws Exception {
        return Long.parseLong(one(host, "select count(*) from plugin_sample.note where words like '" + words + "'"));
    }

    private static String one(TestHost host, String sql) throws Exception {
        try (Connection connection = host.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private TestServer enabled(TestHost host) throws Exception {
        TestServer server = new TestServer(host, data.resolve("data"), UnaryOperator.identity());
        server.platform().plugins().install(PluginBuild.of("sample", "1.0.0").zip(data));
        server.platform().plugins().enable("sample");
        return server;
    }
}
