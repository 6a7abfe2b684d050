package dev.quittance.stripe.request;

import java.util.Optional;

/** Why a request that was open is stopped: from then on nobody can begin to pay it. */
public enum StopReason {
    /** The invoice was taken back. */
    INVOICE_VOIDED("invoice_voided"),
    /** The record is gone. */
    DELETED("deleted"),
    /** The project has ended. */
    CLOSED("closed"),
    /** Somebody in the office canceled it. */
    CANCELED("canceled"),
    /** Another standing request, for what is left now, took its place. */
    REPLACED("replaced"),
    /** Another amount is asked for, by the same request, as soon as nobody can pay the former one. */
    CHANGED("changed"),
    /** Nothing is left to pay behind the link of an invoice. */
    NOTHING_LEFT("nothing_left");

    private final String code;

    StopReason(String code) {
        this.code = code;
    }

    /** As it is stored. */
    public String code() {
        return code;
    }

    /** The reason with this code. */
    static Optional<StopReason> find(String code) {
        for (StopReason reason : values()) {
            if (reason.code.equals(code)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }

    /** Whether it is for good. */
    public boolean isEnd() {
        return this != CHANGED;
    }

    /** Whether it was taken back, alone or with its record, so that nobody is asked for this any more. */
    public boolean isWithdrawal() {
        return this != REPLACED && this != NOTHING_LEFT && this != CHANGED;
    }
}
