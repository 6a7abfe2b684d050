package dev.quittance.stripe.ledger;

/** The accounts of the ledger. Debit is positive, credit negative; each account has the side on which it usually stands. */
public enum LedgerAccount {
    /** What lies at Stripe; negative while Stripe is owed. */
    STRIPE_BALANCE("stripe_balance", Side.EITHER),
    /** What Stripe has sent to the business's bank. */
    BANK("bank", Side.EITHER),
    /** What customers paid. */
    RECEIVED("received", Side.CREDIT),
    /** What was given back to customers. */
    REFUNDED("refunded", Side.DEBIT),
    /** What banks took back for their customers. */
    DISPUTED("disputed", Side.DEBIT),
    /** What Stripe took. */
    STRIPE_FEES("stripe_fees", Side.EITHER),
    /** What Stripe changed from one currency into another. */
    EXCHANGE("exchange", Side.EITHER);

    /** The side on which an account stands. */
    public enum Side {
        /** Never below zero. */
        DEBIT,
        /** Never above zero. */
        CREDIT,
        /** On either side: what was lent, changed or given back. */
        EITHER;

        /** Whether a sum may stand so: in minor units, debit positive. */
        public boolean allows(long sumMinor) {
            return switch (this) {
                case DEBIT -> sumMinor >= 0;
                case CREDIT -> sumMinor <= 0;
                case EITHER -> true;
            };
        }
    }

    private final String code;
    private final Side side;

    LedgerAccount(String code, Side side) {
        this.code = code;
        this.side = side;
    }

    /** As it is stored. */
    public String code() {
        return code;
    }

    /** Where its sum stands when nothing is wrong. */
    public Side side() {
        return side;
    }
}
