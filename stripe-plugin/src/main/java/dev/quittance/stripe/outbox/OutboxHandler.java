package dev.quittance.stripe.outbox;

import org.jooq.DSLContext;

/** Delivers one kind of effect. Implementations are thread-safe. */
public interface OutboxHandler {
    /** Which entries: their kind. */
    String kind();

    /** When it waits: of what goes to customers, and of what moves money. */
    default Waits waits() {
        return Waits.NEVER;
    }

    /** In which times an effect stays in the outbox, in its order. */
    enum Waits {
        /** It goes on. */
        NEVER,
        /** While nobody knows whether this is the installation or a copy of it. */
        ELSEWHERE,
        /** While money is held at all: it tells a customer of money, or moves some. */
        HELD
    }

    /**
     * Delivers, outside any transaction, or finds that it is no longer wanted. At least once: it gives the other side the same
     * key each time. What it throws counts as {@link OutboxOutcome#retry}.
     */
    OutboxOutcome deliver(OutboxRow row);

    /**
     * Called in the transaction that marks the row final, so that a note of it commits with the mark. That transaction may run
     * again: no effect but in the database.
     *
     * @param outcome delivered, skipped or failed; also failed after the last try
     */
    default void finished(DSLContext tx, OutboxRow row, OutboxOutcome outcome) {}
}
