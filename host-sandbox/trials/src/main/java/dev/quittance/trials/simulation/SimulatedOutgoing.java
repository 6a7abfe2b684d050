package dev.quittance.trials.simulation;

import dev.quittance.api.host.Bearer;
import dev.quittance.api.host.Outgoing;
import dev.quittance.api.host.OutgoingException;
import dev.quittance.api.host.OutgoingRequest;
import dev.quittance.api.host.OutgoingResponse;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The way to the local Stripe, with everything that happens on the way. */
final class SimulatedOutgoing implements Outgoing {
    private static final String STRIPE = "https://api.stripe.com";
    private static final String SESSIONS = "/v1/checkout/sessions";
    private static final Duration FASTEST = Duration.ofMillis(40);
    private static final Duration SLOWEST = Duration.ofMillis(400);

    /** A call that was given up still arrives within this time. */
    private static final Duration LATEST_ARRIVAL = Duration.ofSeconds(50);

    private final Services services;
    private final Scene scene;
    private final Lifeline life;
    private final Dice dice;

    SimulatedOutgoing(Services services, Lifeline life) {
        this.services = services;
        this.scene = services.scene();
        this.life = life;
        this.dice = scene.dice().named("wire " + scene.clock().instant());
    }

    @Override
    public OutgoingResponse send(OutgoingRequest request) throws OutgoingException {
        life.requireAlive();
        services.requireNoTransaction("a call to Stripe");
        CallFrame frame = services.frames().current();
        frame.calledOut();
        Call call = call(request);
        services.callRules().check(call);
        scene.trace().step("plugin", call.method() + " " + call.path() + " " + Trace.hashOf(call.body()));
        loseOnTheWay(request, call);
        services.frames().waitFor(dice.between(FASTEST, SLOWEST), life);
        Optional<OutgoingResponse> refusal = refusedAtTimes();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Answer answer = scene.stripe().handle(call);
        boolean reading = call.method().equals("GET");
        CrashPoint point = reading ? CrashPoint.AFTER_READING : CrashPoint.AFTER_SENDING;
        if ((reading || isSession(call)) && scene.faults().crash(point)) {
            throw life.end(point);
        }
        loseOnTheWayBack();
        services.frames().waitFor(FASTEST, life);
        if (isSession(call)) {
            frame.sessionAnswered();
        }
        scene.trace().step("stripe", answer.status() + " " + Trace.hashOf(answer.body()));
        return damagedAtTimes(answer);
    }

    private static boolean isSession(Call call) {
        return call.method().equals("POST") && call.path().equals(SESSIONS);
    }

    private Call call(OutgoingRequest request) throws OutgoingException {
        String origin = request.uri().getScheme() + "://" + request.uri().getAuthority();
        if (!origin.equals(STRIPE)) {
            scene.violations().add("undeclared_origin", origin);
            throw OutgoingException.notSent("not a declared origin", null);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        if (headers.containsKey("authorization")) {
            scene.violations().add("key_in_the_plugins_hands", request.uri().getPath());
        }
        request.bearer().ifPresent(bearer -> headers.put("authorization", "Bearer " + open(bearer)));
        String query = request.uri().getRawQuery() == null ? "" : request.uri().getRawQuery();
        return new Call(request.method(), request.uri().getRawPath(), query, headers, request.body());
    }

    private String open(Bearer bearer) {
        return services.secrets().openText(bearer.org(), bearer.purpose(), bearer.key());
    }

    private void loseOnTheWay(OutgoingRequest request, Call call) throws OutgoingException {
        if (scene.faults().strike(FaultKind.CALL_NOT_SENT)) {
            services.frames().waitFor(FASTEST, life);
            throw OutgoingException.notSent("connection refused", null);
        }
        if (scene.faults().strike(FaultKind.CALL_LATE)) {
            Duration arrival = dice.between(FASTEST, request.timeLimit().plus(LATEST_ARRIVAL));
            scene.agenda().after(arrival, () -> {
                Answer answer = scene.stripe().handle(call);
                scene.trace().step("stripe", "late call " + call.path() + " -> " + answer.status());
            });
            services.frames().waitFor(request.timeLimit(), life);
            throw OutgoingException.noAnswer("time limit", null);
        }
    }

    private void loseOnTheWayBack() throws OutgoingException {
        if (scene.faults().strike(FaultKind.CALL_ANSWER_LOST)) {
            throw OutgoingException.noAnswer("connection reset", null);
        }
    }

    private OutgoingResponse damagedAtTimes(Answer answer) {
        if (scene.faults().strike(FaultKind.CALL_502_AFTER)) {
            return response(502, "text/html", "<html><body>Bad gateway</body></html>");
        }
        if (scene.faults().strike(FaultKind.CALL_TRUNCATED)) {
            byte[] half = Arrays.copyOf(answer.body(), answer.body().length / 2);
            return new OutgoingResponse(answer.status(), lowered(answer), half);
        }
        return new OutgoingResponse(answer.status(), lowered(answer), answer.body());
    }

    /** Stripe says no before it has looked at the call. */
    private Optional<OutgoingResponse> refusedAtTimes() {
        if (scene.faults().strike(FaultKind.CALL_500)) {
            return Optional.of(response(500, "application/json", "{\"error\":{\"type\":\"api_error\"}}"));
        }
        if (scene.faults().strike(FaultKind.CALL_429)) {
            String body = "{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"rate_limit\"}}";
            return Optional.of(response(429, "application/json", body));
        }
        return Optional.empty();
    }

    private static OutgoingResponse response(int status, String type, String body) {
        return new OutgoingResponse(status, Map.of("content-type", type), body.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> lowered(Answer answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        answer.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return headers;
    }
}
