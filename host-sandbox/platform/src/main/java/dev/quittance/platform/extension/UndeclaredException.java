package dev.quittance.platform.extension;

/** A plugin offers something without saying who may use it, or names a permission that its manifest does not declare. */
public final class UndeclaredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Refused, for this reason. */
    public UndeclaredException(String message) {
        super(message);
    }
}
