package dev.quittance.emulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.wire.Json;

/**
 * An answer that is an error although something was done that stays: a declined charge, an intent that waits for another
 * payment method. A refusal that leaves nothing is an {@link dev.quittance.emulator.wire.ApiError}.
 */
public final class KeptError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient ObjectNode error;

    private KeptError(int status, ObjectNode error) {
        super(error.path("message").asText());
        this.status = status;
        this.error = error;
    }

    /** 402: the parameters are fine, but it failed. */
    public static KeptError failed(ObjectNode error) {
        return new KeptError(402, error);
    }

    /** 400, where the answer shows the object that was in the way. */
    public static KeptError refused(ObjectNode error) {
        return new KeptError(400, error);
    }

    int status() {
        return status;
    }

    ObjectNode body() {
        ObjectNode body = Json.object();
        body.set("error", error);
        return body;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        // An answer, not a surprise: nobody reads its stack.
        return this;
    }
}
