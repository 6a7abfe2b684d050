package dev.quittance.trials.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who is refused before the body came is either told that the connection ends, or can go on using it. A connection that just
 * ends fails the next call of a client that had every reason to use it again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EarlyAnswersIT {
    private static final int PATIENCE_MILLIS = 40_000;
    private static final String BODY = "a=b&c";

    private Sandbox sandbox;

    @BeforeAll
    void open(@TempDir Path folder) {
        sandbox = Sandbox.start(folder.resolve("data"));
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/client/new",
                "/api/plugins/stripe-payments/payment_requests",
                "/p/stripe-payments/action/request-payment"
            })
    void an_answer_before_the_body_says_that_the_connection_ends_or_keeps_it(String path) throws IOException {
        URI server = sandbox.url();
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            say(out, "POST " + path, "Content-Type: application/x-www-form-urlencoded", "Content-Length: 5");
            Answer first = Answer.read(in);
            if (first.ends()) {
                assertThat(in.read()).isEqualTo(-1);
                return;
            }
            out.write(BODY.getBytes(StandardCharsets.US_ASCII));
            say(out, "GET /healthz");

            assertThat(Answer.read(in).status()).isEqualTo(200);
        }
    }

    private void say(OutputStream out, String call, String... headers) throws IOException {
        String host = sandbox.url().getHost() + ":" + sandbox.url().getPort();
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        out.write((call + " HTTP/1.1\r\nHost: " + host + "\r\n" + more + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private record Answer(int status, String head) {
        static Answer read(InputStream in) throws IOException {
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                assertThat(next).as("the answer goes on after: " + head).isNotEqualTo(-1);
                head.append((char) next);
            }
            Answer answer = new Answer(RawHttp.status(head.toString()), head.toString());
            String length = RawHttp.header(answer.head(), "Content-Length");
            if (!length.isEmpty()) {
                in.readNBytes(Integer.parseInt(length));
            } else if (RawHttp.header(answer.head(), "Transfer-Encoding").equals("chunked")) {
                skipChunks(in);
            }
            return answer;
        }

        boolean ends() {
            return RawHttp.header(head, "Connection").equalsIgnoreCase("close");
        }

        private static void skipChunks(InputStream in) throws IOException {
            int size;
            do {
                size = Integer.parseInt(line(in), 16);
                in.readNBytes(size);
                line(in);
            } while (size > 0);
        }

        private static String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                assertThat(next).as("a line goes on").isNotEqualTo(-1);
                if (next != '\r') {
                    line.append((char) next);
                }
            }
            return line.toString();
        }
    }
}
