package dev.quittance.trials.simulation;

/** Where the process dies. The first six are the points of the checkout flow; each of them must be hit in a campaign. */
public enum CrashPoint {
    /** The payer has clicked; the operation is not committed. Nothing may have happened. */
    BEFORE_OPERATION_COMMIT,
    /** The operation is committed and not sent. */
    AFTER_OPERATION_COMMIT,
    /** Stripe has acted; the answer is lost with the process. */
    AFTER_SENDING,
    /** The answer is known to the process and to nobody else. */
    BEFORE_ANSWER_COMMIT,
    /** The answer is committed; nothing that follows from it has been done. */
    AFTER_ANSWER_COMMIT,
    /** All is done; the payer's browser gets no reply. */
    BEFORE_REPLY,
    /** Before any other commit. */
    BEFORE_OTHER_COMMIT,
    /** After any other commit. */
    AFTER_OTHER_COMMIT,
    /** A mail is taken by the mail server, and nobody has noted it. */
    AFTER_MAIL,
    /** After a call that only reads at Stripe. */
    AFTER_READING;

    /** Whether it is one of the six points of the checkout flow. */
    public boolean isOfCheckout() {
        return compareTo(BEFORE_REPLY) <= 0;
    }
}
