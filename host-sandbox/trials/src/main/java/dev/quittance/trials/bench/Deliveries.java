package dev.quittance.trials.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Genuine deliveries, each of another event, as fast as they are answered. */
final class Deliveries {
    /** As large as Stripe's own are with a payment in them. */
    static final int BYTES = 3000;

    private final URI crm;
    private final String path;
    private final Key key;
    private final Clock clock;
    private final AtomicLong next = new AtomicLong();

    Deliveries(URI crm, InboxTable.Endpoint endpoint, Clock clock) {
        this.crm = crm;
        this.path = endpoint.path();
        this.key = new SecretKeySpec(endpoint.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.clock = clock;
    }

    Round load(int connections, Duration during) {
        long end = System.nanoTime() + during.toNanos();
        return Crowd.of(connections, this::caller, () -> System.nanoTime() < end);
    }

    /** So many more events, or as many as come within this time. */
    void fill(int connections, long events, Duration atMost) {
        long last = next.get() + events;
        long end = System.nanoTime() + atMost.toNanos();
        Round round = Crowd.of(connections, this::caller, () -> next.get() < last && System.nanoTime() < end);
        assert !round.nanos().isEmpty();
    }

    private Crowd.Caller caller() throws IOException {
        KeptConnection connection = KeptConnection.open(crm, "Content-Type: application/json\r\n");
        Mac mac = mac();
        return new Crowd.Caller() {
            @Override
            public void call() throws IOException {
                long second = clock.instant().getEpochSecond();
                String body = event(next.incrementAndGet(), second);
                String signed = HexFormat.of()
                        .formatHex(mac.doFinal((second + "." + body).getBytes(StandardCharsets.US_ASCII)));
                connection.post(path, "Stripe-Signature: t=" + second + ",v1=" + signed + "\r\n", body);
            }

            @Override
            public void close() throws IOException {
                connection.close();
            }
        };
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot sign", e);
        }
    }

    /** About a payment of somebody else's program on the same account, as most of a busy account's events are. */
    private static String event(long number, long second) {
        String head = "{\"id\":\"evt_bench" + number + "\",\"object\":\"event\",\"api_version\":\"2026-07-29.dahlia\","
                + "\"created\":" + second + ",\"livemode\":false,\"pending_webhooks\":1,"
                + "\"type\":\"payment_intent.succeeded\",\"data\":{\"object\":{\"id\":\"pi_bench" + number
                + "\",\"object\":\"payment_intent\",\"amount\":120000,\"currency\":\"usd\",\"livemode\":false,"
                + "\"metadata\":{},\"status\":\"succeeded\",\"description\":\"";
        String tail = "\"}}}";
        return head + "x".repeat(BYTES - head.length() - tail.length()) + tail;
    }
}
