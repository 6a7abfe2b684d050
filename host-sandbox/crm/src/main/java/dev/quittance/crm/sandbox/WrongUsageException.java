package dev.quittance.crm.sandbox;

/** The command line makes no sense; the message says why. */
final class WrongUsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WrongUsageException(String message) {
        super(message);
    }
}
