package dev.quittance.stripe.testhost;

import dev.quittance.api.host.Bearer;
import dev.quittance.api.host.Outgoing;
import dev.quittance.api.host.OutgoingException;
import dev.quittance.api.host.OutgoingRequest;
import dev.quittance.api.host.OutgoingResponse;
import dev.quittance.api.host.Secrets;
import dev.quittance.emulator.LocalStripe;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The way to Stripe in process, with faults on it. */
public final class TestOutgoing implements Outgoing {
    /** What a call takes: so slow that one after the other never meets the limit of the rate. */
    private static final Duration CALL = Duration.ofMillis(70);

    private final TestClock clock;
    private final LocalStripe stripe;
    private final Secrets secrets;
    private final List<Planned> plan = new ArrayList<>();
    private final List<OutgoingRequest> sent = new ArrayList<>();
    private final SlowBank bank = new SlowBank();

    private record Planned(String call, Fault fault) {}

    TestOutgoing(TestClock clock, LocalStripe stripe, Secrets secrets) {
        this.clock = clock;
        this.stripe = stripe;
        this.secrets = secrets;
    }

    /** The next call whose method and path start so meets this fault: {@code "POST /v1/checkout/sessions"}; an empty text is any call. */
    public synchronized void plan(String call, Fault fault) {
        plan.add(new Planned(call, fault));
    }

    /** The bank behind Stripe. */
    public SlowBank bank() {
        return bank;
    }

    /** No faults from here on. */
    public synchronized void heal() {
        plan.clear();
    }

    /** Every request so far, those that met a fault included. */
    public synchronized List<OutgoingRequest> sent() {
        return List.copyOf(sent);
    }

    /** How many requests so far started with this method and path. */
    public synchronized long count(String call) {
        return sent.stream().filter(request -> name(request).startsWith(call)).count();
    }

    @Override
    public OutgoingResponse send(OutgoingRequest request) throws OutgoingException {
        CrashingDataSource.requireNoTransaction(name(request));
        clock.advance(CALL);
        Fault fault = next(request);
        if (fault == null) {
            return answered(request);
        }
        switch (fault) {
            case REFUSED:
                throw OutgoingException.notSent("refused, as the test wants it", null);
            case LOST_REQUEST:
                throw OutgoingException.noAnswer("request lost, as the test wants it", null);
            case CRASH_BEFORE:
                throw new SimulatedCrash("before sending");
            case LOST_ANSWER:
                throw OutgoingException.noAnswer(
                        "answer lost after " + answered(request).status(), null);
            case CRASH_AFTER:
                throw new SimulatedCrash(
                        "after sending, answered " + answered(request).status());
            case TRUNCATED:
                OutgoingResponse whole = answered(request);
                byte[] half = Arrays.copyOf(whole.body(), whole.body().length / 2);
                return new OutgoingResponse(whole.status(), whole.headers(), half);
            default:
                return instead(fault);
        }
    }

    private synchronized @Nullable Fault next(OutgoingRequest request) {
        sent.add(request);
        for (Iterator<Planned> rest = plan.iterator(); rest.hasNext(); ) {
            Planned planned = rest.next();
            if (name(request).startsWith(planned.call())) {
                rest.remove();
                return planned.fault();
            }
        }
        return null;
    }

    private static OutgoingResponse instead(Fault fault) {
        return switch (fault) {
            case ERROR_500 -> error(500, "api_error", "");
            case HTML ->
                new OutgoingResponse(
                        200, Map.of("content-type", "text/html"), "<html>ok</html>".getBytes(StandardCharsets.UTF_8));
            case LIMITED -> error(429, "invalid_request_error", "rate_limit");
            case LIMITED_FOR_20_SECONDS -> {
                OutgoingResponse limited = error(429, "invalid_request_error", "rate_limit");
                yield new OutgoingResponse(429, Map.of("retry-after", "20"), limited.body());
            }
            case KEY_REUSED -> error(400, "idempotency_error", "");
            case BUSY -> error(409, "idempotency_error", "idempotency_key_in_use");
            case KEY_REVOKED -> error(401, "invalid_request_error", "");
            case FORBIDDEN -> error(403, "invalid_request_error", "");
            case REFUSED, LOST_REQUEST, LOST_ANSWER, TRUNCATED, CRASH_BEFORE, CRASH_AFTER ->
                throw new IllegalArgumentException(fault.name());
        };
    }

    private static OutgoingResponse error(int status, String type, String code) {
        String named = code.isEmpty() ? "" : ",\"code\":\"" + code + "\"";
        String body = "{\"error\":{\"type\":\"" + type + "\"" + named + ",\"message\":\"as the test wants it\"}}";
        return new OutgoingResponse(
                status, Map.of("content-type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
    }

    private OutgoingResponse answered(OutgoingRequest request) {
        Map<String, String> headers = new TreeMap<>();
        request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        if (request.bearer().isPresent()) {
            Bearer bearer = request.bearer().get();
            headers.put("authorization", "Bearer " + secrets.openText(bearer.org(), bearer.purpose(), bearer.key()));
        }
        String query = request.uri().getRawQuery();
        Answer answer = stripe.handle(new Call(
                request.method(), request.uri().getPath(), query == null ? "" : query, headers, request.body()));
        Map<String, String> lower = new TreeMap<>();
        answer.headers().forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return bank.seen(new OutgoingResponse(answer.status(), lower, answer.body()));
    }

    private static String name(OutgoingRequest request) {
        return request.method() + " " + request.uri().getPath();
    }
}
