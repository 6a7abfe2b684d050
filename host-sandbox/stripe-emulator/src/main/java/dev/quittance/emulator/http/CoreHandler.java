package dev.quittance.emulator.http;

import dev.quittance.emulator.LocalStripe;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Turns HTTP into calls and answers into HTTP; decides nothing. */
final class CoreHandler extends Handler.Abstract {
    /** One byte more than the core takes is enough for it to refuse. */
    private static final int MAX_READ_BYTES = 1024 * 1024 + 1;

    /**
     * As much more is read and thrown away: whoever sends on while they are refused would see their connection break, and not
     * why. Who sends even more is told that it ends.
     */
    private static final int MAX_DRAINED_BYTES = 16 * 1024 * 1024;

    private static final int BLOCK_BYTES = 64 * 1024;

    private static final String IDEMPOTENCY_KEY = "idempotency-key";

    private static final Set<String> WORDS_TO_THE_SHELL =
            Set.of(Answer.AWAITS_EVENT, Answer.DELAY_MILLIS, Answer.BREAK);

    private final LocalStripe stripe;
    private final WebhookPump pump;
    private final Duration acknowledgeWait;

    CoreHandler(LocalStripe stripe, WebhookPump pump, Duration acknowledgeWait) {
        this.stripe = stripe;
        this.pump = pump;
        this.acknowledgeWait = acknowledgeWait;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Call call = call(request);
        boolean keyed = call.headers().containsKey(IDEMPOTENCY_KEY);
        if (keyed) {
            stripe.hold(call);
        }
        Answer answer = stripe.handle(call);
        pump.wake();
        String awaited = answer.headers().get(Answer.AWAITS_EVENT);
        if (awaited != null) {
            pump.awaitReported(awaited, acknowledgeWait);
        }
        long delayMillis = Long.parseLong(answer.headers().getOrDefault(Answer.DELAY_MILLIS, "0"));
        if (delayMillis > 0) {
            // Nobody waits for it: neither a thread nor the core's lock.
            request.getComponents()
                    .getScheduler()
                    .schedule(
                            () -> {
                                stripe.release(call);
                                send(request, response, answer, callback);
                            },
                            delayMillis,
                            TimeUnit.MILLISECONDS);
            return true;
        }
        // Before it is sent, so that whoever has the answer can use the key again.
        if (keyed) {
            stripe.release(call);
        }
        send(request, response, answer, callback);
        return true;
    }

    private static void send(Request request, Response response, Answer answer, Callback callback) {
        String broken = answer.headers().getOrDefault(Answer.BREAK, "");
        if (broken.equals(Answer.BREAK_BEFORE)) {
            BrokenConnection.reset(request, callback);
            return;
        }
        response.setStatus(answer.status());
        answer.headers().forEach((name, value) -> {
            if (!WORDS_TO_THE_SHELL.contains(name)) {
                response.getHeaders().put(name, value);
            }
        });
        if (!request.consumeAvailable()) {
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
        }
        if (broken.equals(Answer.BREAK_HALFWAY)) {
            BrokenConnection.halfway(request, response, answer.body(), callback);
        } else {
            response.write(true, ByteBuffer.wrap(answer.body()), callback);
        }
    }

    private static Call call(Request request) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.putIfAbsent(field.getLowerCaseName(), field.getValue() == null ? "" : field.getValue());
        }
        String path = request.getHttpURI().getPath();
        String query = request.getHttpURI().getQuery();
        try (InputStream body = Content.Source.asInputStream(request)) {
            byte[] bytes = body.readNBytes(MAX_READ_BYTES);
            drain(body);
            return new Call(request.getMethod(), path == null ? "/" : path, query == null ? "" : query, headers, bytes);
        }
    }

    private static void drain(InputStream body) throws IOException {
        byte[] block = new byte[BLOCK_BYTES];
        int read = 0;
        for (int drained = 0; read >= 0 && drained < MAX_DRAINED_BYTES; drained += read) {
            read = body.read(block);
        }
    }
}
