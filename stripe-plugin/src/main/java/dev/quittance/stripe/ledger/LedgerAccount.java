package dev.quittance.stripe.ledger;

/** The accounts of the ledger. Debit is positive, credit negative. */
public enum LedgerAccount {
    /** What lies at Stripe. */
    STRIPE_BALANCE("stripe_balance"),
    /** What customers paid. */
    RECEIVED("received"),
    /** What was given back to customers. */
    REFUNDED("refunded"),
    /** What Stripe took. */
    STRIPE_FEES("stripe_fees"),
    /** What Stripe changed from one currency into another. */
    EXCHANGE("exchange");

    private final String code;

    LedgerAccount(String code) {
        this.code = code;
    }

    /** As it is stored. */
    public String code() {
        return code;
    }
}
