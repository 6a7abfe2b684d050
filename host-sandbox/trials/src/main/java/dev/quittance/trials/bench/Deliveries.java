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

    /** What a payment intent has besides, mostly nothing; from Stripe's API reference, version 2026-07-29.dahlia. */
    private static final String FIELDS = "\"amount_capturable\":0,\"amount_details\":{\"tip\":{}},\"application\":null,"
            + "\"application_fee_amount\":null,\"automatic_payment_methods\":{\"allow_redirects\":\"always\",\"enabled\":true},"
            + "\"canceled_at\":null,\"cancellation_reason\":null,\"capture_method\":\"automatic_async\","
            + "\"confirmation_method\":\"automatic\",\"customer\":null,\"excluded_payment_method_types\":null,"
            + "\"last_payment_error\":null,\"next_action\":null,\"on_behalf_of\":null,"
            + "\"payment_method_configuration_details\":{\"id\":\"pmc_1QxEBcH5ZtLLkWyR\",\"parent\":null},"
            + "\"payment_method_options\":{\"card\":{\"installments\":null,\"mandate_options\":null,\"network\":null,"
            + "\"request_three_d_secure\":\"automatic\"},\"link\":{\"persistent_token\":null},"
            + "\"us_bank_account\":{\"mandate_options\":{},\"verification_method\":\"automatic\"}},"
            + "\"payment_method_types\":[\"card\",\"link\",\"us_bank_account\"],\"processing\":null,"
            + "\"receipt_email\":\"jane.doe@example.com\",\"review\":null,\"setup_future_usage\":null,"
            + "\"shipping\":{\"address\":{\"city\":\"San Francisco\",\"country\":\"US\",\"line1\":\"354 Oyster Point Blvd\","
            + "\"line2\":\"\",\"postal_code\":\"94080\",\"state\":\"CA\"},\"carrier\":null,\"name\":\"Jane Doe\","
            + "\"phone\":null,\"tracking_number\":null},\"source\":null,\"statement_descriptor\":null,"
            + "\"statement_descriptor_suffix\":null,\"transfer_data\":null,\"transfer_group\":null,";

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

    /**
     * About a payment of somebody else's program on the same account, as most of a busy account's events are: the fields that Stripe
     * sends, with numbers and ids that differ from event to event.
     */
    static String event(long number, long second) {
        String id = Long.toHexString(number * 0x9E37_79B9_7F4A_7C15L) + number;
        String head = "{\"id\":\"evt_bench" + number + "\",\"object\":\"event\",\"api_version\":\"2026-07-29.dahlia\","
                + "\"created\":" + second + ",\"livemode\":false,\"pending_webhooks\":1,"
                + "\"type\":\"payment_intent.succeeded\",\"data\":{\"object\":{\"id\":\"pi_bench" + number
                + "\",\"object\":\"payment_intent\",\"amount\":" + (50 + number % 999_950)
                + ",\"currency\":\"usd\",\"livemode\":false,\"latest_charge\":\"ch_" + id
                + "\",\"client_secret\":\"pi_bench"
                + number + "_secret_" + id + "\",\"payment_method\":\"pm_" + id + "\"," + FIELDS
                + "\"metadata\":{},\"status\":\"succeeded\",\"description\":\"";
        String tail = "\"}}}";
        return head + words(number, BYTES - head.length() - tail.length()) + tail;
    }

    /** Text of a length that packs about as well as what people write: hexadecimal digits, two in each byte's worth. */
    private static String words(long number, int length) {
        StringBuilder text = new StringBuilder(length + Long.BYTES * 2);
        for (long mixed = number; text.length() < length; mixed++) {
            text.append(Long.toHexString(mixed * 0xD1B5_4A32_D192_ED03L));
        }
        return text.substring(0, length);
    }
}
