package dev.quittance.api.host;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * There was no whole answer. The one thing that matters is whether the other side may have acted. No guarantee of
 * thread-safety.
 */
public final class OutgoingException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean notSent;

    private OutgoingException(boolean notSent, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.notSent = notSent;
    }

    /** For certain no byte of the request left: no connection, no such name, origin not declared. */
    public static OutgoingException notSent(String message, @Nullable Throwable cause) {
        return new OutgoingException(true, message, cause);
    }

    /** The request may have been acted on: time limit, reset, broken answer. */
    public static OutgoingException noAnswer(String message, @Nullable Throwable cause) {
        return new OutgoingException(false, message, cause);
    }

    /** Whether for certain no byte of the request left. If not, the outcome is unknown, never a refusal. */
    public boolean isNotSent() {
        return notSent;
    }
}
