package dev.quittance.trials.simulation;

/** What goes wrong around the plugin without killing the process it runs in. */
enum FaultKind {
    /** A call to Stripe finds no connection: no byte leaves. */
    CALL_NOT_SENT,
    /** Stripe acts on the call; the answer is lost. */
    CALL_ANSWER_LOST,
    /** The time limit passes; the call reaches Stripe afterwards. */
    CALL_LATE,
    /** A 500 from before Stripe acted. */
    CALL_500,
    /** A 502 in HTML from something in between, after Stripe acted. */
    CALL_502_AFTER,
    /** A 200 whose body breaks off. */
    CALL_TRUNCATED,
    /** Stripe asks to slow down. */
    CALL_429,
    /** No connection to the database is to be had. */
    DATABASE_NO_CONNECTION,
    /** The commit fails; nothing is stored. */
    DATABASE_COMMIT_FAILED,
    /** The commit loses against another transaction; nothing is stored. */
    DATABASE_CONFLICT,
    /** Everything is stored, but the word of it is lost. */
    DATABASE_REPLY_LOST,
    /** The mail server has no time now. */
    MAIL_LATER,
    /** The mail server took the mail; its answer is lost. */
    MAIL_REPLY_LOST,
    /** A nudge to run a job soon is lost. */
    NUDGE_LOST,
    /** A webhook does not arrive. */
    WEBHOOK_LOST,
    /** A webhook arrives, and arrives once more. */
    WEBHOOK_DOUBLED,
    /** A webhook arrives long after those that were sent later. */
    WEBHOOK_LATE,
    /** The host cannot show a notice or keep an event now. */
    HOST_SERVICE_FAILED
}
