package dev.quittance.emulator.connect;

import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.wire.Json;

/** A refusal in the flat shape of OAuth. Immutable. */
final class OAuthError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String error;

    OAuthError(String error, String description) {
        super(description);
        this.error = error;
    }

    Answer answer() {
        return Replies.json(
                error.equals("invalid_client") ? 401 : 400,
                Json.object().put("error", error).put("error_description", getMessage()));
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        // A refusal is an answer, not a surprise: nobody reads its stack.
        return this;
    }
}
