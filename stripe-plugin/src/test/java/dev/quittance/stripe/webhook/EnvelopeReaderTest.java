package dev.quittance.stripe.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnvelopeReaderTest {
    private static final String EVENT = "{\"id\":\"evt_1\",\"object\":\"event\",\"api_version\":\"2026-07-29.dahlia\","
            + "\"data\":{\"object\":{\"id\":\"cs_test_1\",\"amount\":1.5e3,\"list\":[{\"a\":null}],"
            + "\"metadata\":{\"q_installation\":\"i1\",\"odd\":7}}},"
            + "\"livemode\":false,\"pending_webhooks\":1,\"type\":\"checkout.session.completed\"}";

    private final EnvelopeReader reader = new EnvelopeReader();

    @Test
    void what_an_event_points_at_is_read() {
        assertThat(read(EVENT))
                .contains(new Envelope(
                        "evt_1",
                        "checkout.session.completed",
                        "2026-07-29.dahlia",
                        false,
                        Optional.empty(),
                        "cs_test_1",
                        Map.of("q_installation", "i1")));
    }

    @Test
    void an_event_of_another_account_says_so_and_an_object_without_id_is_fine() {
        Envelope read = read("{\"id\":\"evt_1\",\"account\":\"acct_2\",\"api_version\":null,\"livemode\":true,"
                        + "\"type\":\"balance.available\",\"data\":{\"object\":{\"object\":\"balance\"}}}")
                .orElseThrow();

        assertThat(read.account()).contains("acct_2");
        assertThat(read.objectId()).isEmpty();
        assertThat(read.apiVersion()).isEmpty();
    }

    static Stream<String> unreadable() {
        return Stream.of(
                "",
                "null",
                "[]",
                "\"evt\"",
                "{}",
                "{",
                EVENT.substring(0, EVENT.length() - 1),
                EVENT + "{}",
                EVENT + "x",
                EVENT.replace("\"id\":\"evt_1\"", "\"id\":\"evt_1\",\"id\":\"evt_2\""),
                EVENT.replace("\"id\":\"cs_test_1\"", "\"id\":\"cs_test_1\",\"id\":\"cs_test_2\""),
                EVENT.replace("\"a\":null", "\"a\":null,\"a\":1"),
                EVENT.replace("\"livemode\":false", "\"livemode\":\"false\""),
                EVENT.replace("\"livemode\":false", "\"livemode\":NaN"),
                EVENT.replace("\"type\":", "type:"),
                EVENT.replace("\"type\":\"checkout.session.completed\"", "\"kind\":\"x\""),
                EVENT.replace("\"evt_1\"", "\"\""),
                EVENT.replace("evt_1", "e".repeat(256)),
                EVENT.replace("1.5e3", "NaN"),
                EVENT.replace("{\"a\":null}", "[".repeat(10_000) + "]".repeat(10_000)),
                EVENT.replace("\"pending_webhooks\":1", "/* hi */\"pending_webhooks\":1"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void what_could_be_read_in_two_ways_is_not_read(String body) {
        assertThat(read(body)).isEmpty();
    }

    @Test
    void broken_utf_8_is_not_read() {
        byte[] body = EVENT.getBytes(StandardCharsets.UTF_8);
        body[EVENT.indexOf("dahlia")] = (byte) 0xC3;

        assertThat(reader.read(body)).isEmpty();
    }

    @Test
    void no_half_of_an_event_is_read_and_none_throws() {
        byte[] event = EVENT.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < event.length; length++) {
            assertThat(reader.read(Arrays.copyOf(event, length))).isEmpty();
        }
    }

    @Test
    void bytes_at_random_never_throw_and_never_name_another_event() {
        Random random = new Random(3);
        byte[] event = EVENT.getBytes(StandardCharsets.UTF_8);
        int firstOfId = EVENT.indexOf("evt_1");
        for (int i = 0; i < 5_000; i++) {
            byte[] body = event.clone();
            int at = random.nextInt(body.length);
            body[at] = (byte) random.nextInt(256);
            boolean idTouched = at >= firstOfId && at < firstOfId + "evt_1".length();
            reader.read(body)
                    .ifPresent(read -> assertThat(idTouched || read.eventId().equals("evt_1"))
                            .isTrue());
        }
    }

    private Optional<Envelope> read(String body) {
        return reader.read(body.getBytes(StandardCharsets.UTF_8));
    }
}
