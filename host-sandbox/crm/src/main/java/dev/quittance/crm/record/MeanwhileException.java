package dev.quittance.crm.record;

/** Undoes a transaction because somebody else was faster; the {@link Journal} makes {@link Change#MEANWHILE} of it. */
final class MeanwhileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MeanwhileException() {
        super("changed by somebody else meanwhile");
    }
}
