package dev.quittance.stripe.request;

/** The keys of the split form's fields. Pages, tests and other hosts rely on them. */
final class SplitFields {
    static final int MIN_PAYERS = 2;
    static final int MAX_PAYERS = 6;

    static final String TOTAL = "total";
    /** How many: {@value #MIN_PAYERS} to {@value #MAX_PAYERS}. */
    static final String PAYERS = "payers";
    /** For how many payers the form had rows. Never trusted. */
    static final String SHOWN_PAYERS = "shownPayers";
    /** The total that the shares on the form were made of. Never trusted. */
    static final String SHOWN_TOTAL = "shownTotal";

    private SplitFields() {}

    static String name(int payer) {
        return "payer" + payer + "Name";
    }

    static String email(int payer) {
        return "payer" + payer + "Email";
    }

    static String share(int payer) {
        return "payer" + payer + "Share";
    }
}
