package dev.quittance.stripe.operation;

/**
 * A call beside the payments: no money moves by it, it may be given up, and a connection whose key may not make it can still take
 * payments. Thread-safe.
 */
public interface SideCall extends OperationEffect {
    @Override
    default boolean movesMoney() {
        return false;
    }

    @Override
    default boolean mayBeAbandoned() {
        return true;
    }

    @Override
    default boolean isVital() {
        return false;
    }
}
