package dev.quittance.stripe.operation;

import org.jooq.DSLContext;

/** Hears of calls that no program can judge any more. Implementations are thread-safe. */
@FunctionalInterface
public interface OperationAlarm {
    /**
     * An operation was set aside for a person. In the transaction that sets it aside, which may run again: no effect but in the
     * database.
     */
    void quarantined(DSLContext tx, Operation operation);
}
