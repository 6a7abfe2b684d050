package dev.quittance.api;

import dev.quittance.api.ui.Text;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An error with a stable code and a sentence for the person: what happened, whether anyone was charged, what to do next. Carries
 * identifiers, never secrets or card data. No guarantee of thread-safety.
 */
public final class PluginException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;
    private final transient Text userText;

    /**
     * An error without a technical cause.
     *
     * @param code its stable code
     * @param userText what the person is told
     */
    public PluginException(ErrorCode code, Text userText) {
        this(code, userText, null);
    }

    /**
     * An error with its technical cause, which is logged and never shown.
     *
     * @param code its stable code
     * @param userText what the person is told
     * @param cause the cause, may be null
     */
    public PluginException(ErrorCode code, Text userText, @Nullable Throwable cause) {
        super(code.value() + ": " + userText.fallback(), cause);
        this.code = Objects.requireNonNull(code, "code");
        this.userText = Objects.requireNonNull(userText, "userText");
    }

    /** The stable code. */
    public ErrorCode code() {
        return code;
    }

    /** What the person is told. */
    public Text userText() {
        return userText;
    }
}
