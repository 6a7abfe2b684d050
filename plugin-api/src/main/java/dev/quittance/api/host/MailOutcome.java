package dev.quittance.api.host;

/**
 * What became of a mail. Immutable and thread-safe.
 *
 * @param kind what happened
 * @param detail for staff, without addresses; may be empty
 */
public record MailOutcome(Kind kind, String detail) {
    /** What happened. */
    public enum Kind {
        /** The mail server has taken it. It may still bounce. */
        HANDED_OVER,
        /** It will never be taken: the address or the mail is wrong. Do not send it again as it is. */
        REFUSED,
        /** Not now: no connection, a full queue. Send it again later with the same key. */
        TRY_LATER
    }

    /** Taken. */
    public static MailOutcome handedOver() {
        return new MailOutcome(Kind.HANDED_OVER, "");
    }

    /** Never. */
    public static MailOutcome refused(String detail) {
        return new MailOutcome(Kind.REFUSED, detail);
    }

    /** Not now. */
    public static MailOutcome tryLater(String detail) {
        return new MailOutcome(Kind.TRY_LATER, detail);
    }
}
