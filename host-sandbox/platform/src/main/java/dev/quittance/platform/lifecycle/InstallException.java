package dev.quittance.platform.lifecycle;

import org.jspecify.annotations.Nullable;

/** A plugin cannot be installed or enabled: the message says why. Nothing of the old state was lost. */
public final class InstallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    InstallException(String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** The stable code, for example {@code zip_unsafe}. */
    public String code() {
        return code;
    }
}
