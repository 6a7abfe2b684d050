package dev.quittance.emulator.developer;

import dev.quittance.emulator.fault.PathPattern;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The latest calls on the API, and every kind of POST that was ever sent since the start. In memory only. Guarded by the
 * local Stripe's lock.
 */
public final class RequestLog {
    private static final int MAX_CALLS = 500;
    private static final int MAX_ANSWER_BYTES = 16 * 1024;
    private static final int MAX_POSTS = 2000;
    private static final String SCHEME = "bearer ";
    private static final int SHOWN_OF_KEY = 4;

    private final Deque<LoggedCall> calls = new ArrayDeque<>();
    private final SortedSet<String> posts = new TreeSet<>();

    /** Takes note of a call that came at a moment and was answered at another. */
    public void add(Call call, Answer answer, String account, Instant from, Instant to) {
        Map<String, String> parameters = Parameters.of(call.rawQuery(), call.body());
        long waited = Long.parseLong(answer.headers().getOrDefault(Answer.DELAY_MILLIS, "0"));
        calls.addFirst(new LoggedCall(
                answer.headers().getOrDefault("Request-Id", ""),
                from,
                call.method(),
                call.path(),
                parameters,
                redacted(call.headers().getOrDefault("authorization", "")),
                account,
                call.headers().getOrDefault("idempotency-key", ""),
                answer.headers().containsKey(Answer.BREAK) ? 0 : answer.status(),
                Duration.between(from, to).toMillis() + waited,
                cut(answer.body())));
        if (calls.size() > MAX_CALLS) {
            calls.removeLast();
        }
        if (call.method().equals("POST") && posts.size() < MAX_POSTS) {
            SortedSet<String> names = new TreeSet<>();
            parameters.keySet().forEach(name -> names.add(Parameters.pattern(name)));
            posts.add("POST " + PathPattern.of(call.path()) + " " + String.join(" ", names));
        }
    }

    private static byte[] cut(byte[] body) {
        return body.length > MAX_ANSWER_BYTES ? Arrays.copyOf(body, MAX_ANSWER_BYTES) : body;
    }

    private static String redacted(String authorization) {
        String key = authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                ? authorization.substring(SCHEME.length()).trim()
                : "";
        int start = key.lastIndexOf('_') + 1;
        return key.length() - start <= SHOWN_OF_KEY
                ? ""
                : key.substring(0, start) + "…" + key.substring(key.length() - SHOWN_OF_KEY);
    }

    /** The latest first. */
    public List<LoggedCall> latest(int atMost) {
        return calls.stream().limit(atMost).toList();
    }

    /** Those whose parameters, path or answer name an object; the latest first. */
    List<LoggedCall> about(String objectId, int atMost) {
        return calls.stream()
                .filter(call -> call.path().contains(objectId)
                        || call.parameters().containsValue(objectId)
                        || (call.method().equals("POST") && call.answerText().contains(objectId)))
                .limit(atMost)
                .toList();
    }

    Optional<LoggedCall> find(String requestId) {
        return calls.stream().filter(call -> call.id().equals(requestId)).findFirst();
    }

    /** Every kind of POST since the start: method, path with {@code {id}} for ids, and the parameters' names. */
    public List<String> posts() {
        return Collections.unmodifiableList(new ArrayList<>(posts));
    }
}
