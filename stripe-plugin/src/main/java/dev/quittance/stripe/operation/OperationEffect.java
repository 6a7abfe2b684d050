package dev.quittance.stripe.operation;

import org.jooq.DSLContext;

/**
 * What an answer of Stripe means to the feature that asked for it. Called inside the transaction that commits the answer, which
 * may run again: no effect but in the database. Implementations are thread-safe.
 */
public interface OperationEffect {
    /** Which operations: their kind. */
    String kind();

    /**
     * Whether the call can move money. If not, a call that cannot be found soon after it went missing counts as never made; if
     * so, only a day later.
     */
    boolean movesMoney();

    /**
     * Whether it may be given up where nobody can find out any more, or where its account is no longer in use: a session whose
     * address nobody has. Never true of what moves money.
     */
    default boolean mayBeAbandoned() {
        return false;
    }

    /** Whether a connection whose key may not make this call is of no use and must be connected anew. */
    default boolean isVital() {
        return true;
    }

    /**
     * Stripe did it.
     *
     * @param operation in state ACCEPTED
     * @param json what Stripe answered
     */
    void accepted(DSLContext tx, Operation operation, String json);

    /**
     * It will not happen any more, or a person must look.
     *
     * @param operation in state DECLINED, REFUSED, ABSENT or QUARANTINED
     */
    void ended(DSLContext tx, Operation operation);
}
