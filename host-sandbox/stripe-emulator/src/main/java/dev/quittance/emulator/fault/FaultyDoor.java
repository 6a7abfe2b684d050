package dev.quittance.emulator.fault;

import dev.quittance.emulator.api.ApiDoor;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import dev.quittance.emulator.port.World;
import dev.quittance.emulator.store.Ids;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stands before the API: limits first, then the rules. Where nothing strikes, the API answers as it does. */
public final class FaultyDoor {
    private final ApiDoor door;
    private final World world;
    private final Ids ids;
    private final Faults faults;
    private final Limits limits;
    private final Mishap mishap;

    public FaultyDoor(ApiDoor door, World world, Ids ids, Mishap mishap) {
        this.door = door;
        this.world = world;
        this.ids = ids;
        this.mishap = mishap;
        this.faults = new Faults();
        this.limits = new Limits();
    }

    public Faults faults() {
        return faults;
    }

    public Limits limits() {
        return limits;
    }

    public Answer answer(Call call) {
        String authorization = call.headers().getOrDefault("authorization", "")
                + call.headers().getOrDefault("stripe-account", "");
        Optional<String> tooMany = limits.reason(
                authorization,
                call.method() + " " + PathPattern.of(call.path()),
                world.clock().instant());
        if (tooMany.isPresent()) {
            return tooMany(tooMany.get());
        }
        Optional<FaultRule> struck = faults.onCall(call.method(), call.path());
        return struck.isPresent() ? suffer(call, struck.get().spec()) : door.answer(call);
    }

    private Answer suffer(Call call, FaultSpec fault) {
        return switch (fault.effect()) {
            case LATENCY ->
                with(
                        door.answer(call),
                        Answer.DELAY_MILLIS,
                        Long.toString(fault.time().toMillis()));
            case RATE_LIMIT -> tooMany("global-rate");
            case LOCK_TIMEOUT ->
                refuse(
                        429,
                        "invalid_request_error",
                        "lock_timeout",
                        "This object cannot be accessed right now because another API request or Stripe process is"
                                + " currently accessing it.");
            case CONFLICT ->
                refuse(
                        409,
                        "idempotency_error",
                        "idempotency_key_in_use",
                        "There is currently another in-progress request using this Idempotent Key.");
            case ERROR -> failing(call, false);
            case ERROR_AFTER -> failing(call, true);
            case RESET -> new Answer(500, Map.of(Answer.BREAK, Answer.BREAK_BEFORE), new byte[0]);
            case RESET_AFTER -> with(door.answer(call), Answer.BREAK, Answer.BREAK_BEFORE);
            case TRUNCATE -> with(door.answer(call), Answer.BREAK, Answer.BREAK_HALFWAY);
            case DROP, DOUBLE, DELAY, REORDER, DOWN, API_VERSION -> door.answer(call);
        };
    }

    private Answer failing(Call call, boolean afterwards) {
        mishap.arm(afterwards);
        try {
            return door.answer(call);
        } finally {
            mishap.disarm();
        }
    }

    private Answer tooMany(String reason) {
        Answer refused = refuse(
                429, "invalid_request_error", "rate_limit", "Too many requests hit the API too quickly. Slow down.");
        return with(refused, "Stripe-Rate-Limited-Reason", reason);
    }

    private Answer refuse(int status, String type, @Nullable String code, String message) {
        return new Answer(
                status,
                Map.of("Content-Type", "application/json", "Request-Id", ids.request()),
                Json.pretty(ApiError.ofFault(status, type, code, message).toJson()));
    }

    private static Answer with(Answer answer, String header, String value) {
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        headers.put(header, value);
        return new Answer(answer.status(), headers, answer.body());
    }
}
