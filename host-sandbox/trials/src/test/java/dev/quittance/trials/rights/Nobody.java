package dev.quittance.trials.rights;

/** An id that nothing has. */
final class Nobody {
    static final String ID = "01900000-0000-7000-8000-00000000dead";

    private Nobody() {}
}
