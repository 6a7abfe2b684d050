package dev.quittance.stripe.payment;

import dev.quittance.stripe.request.RequestState;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whether a project's deposit is in. A deposit that is still owed by anybody counts first: asked of three people and paid by two it
 * is not in. Then one that a bank is working on. It is in when none of these is left and money for a deposit came and was not taken
 * back.
 */
enum DepositState {
    /** Money for it came, and nobody owes more of it. */
    IN,
    /** A bank is working on what is missing. */
    PROCESSING,
    /** Somebody owes it, or nobody was asked. */
    NOT_IN;

    private static final Set<RequestState> OWED = EnumSet.of(RequestState.OPEN, RequestState.PARTLY_PAID);

    /**
     * The state of a deposit.
     *
     * @param requests the states of everything that was asked for as a deposit
     * @param hasMoney whether money for any of it came and stayed
     */
    static DepositState of(Set<RequestState> requests, boolean hasMoney) {
        if (requests.stream().anyMatch(OWED::contains)) {
            return NOT_IN;
        }
        if (requests.contains(RequestState.PROCESSING)) {
            return PROCESSING;
        }
        return hasMoney ? IN : NOT_IN;
    }
}
