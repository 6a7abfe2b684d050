package dev.quittance.stripe.payout;

import dev.quittance.api.money.Money;
import java.time.Instant;

/**
 * Money that Stripe sends to the business's bank, as it is stored. Immutable and thread-safe.
 *
 * @param stripeAccountId {@code acct_…}
 * @param id {@code po_…}
 * @param amount what goes to the bank; negative for what is taken from it
 * @param state Stripe's word
 * @param automatic whether Stripe knows what it consists of
 * @param failure Stripe's word for why it came back; empty if it did not
 * @param rowsAfter the last of its rows that was read; empty before the first
 * @param rowsKnown whether all of its rows were read
 * @param arrivalOn the day on which it is expected at the bank, at 00:00 UTC
 * @param createdAt when it was made, UTC
 */
record Payout(
        String stripeAccountId,
        String id,
        Money amount,
        String state,
        boolean automatic,
        String failure,
        String rowsAfter,
        boolean rowsKnown,
        Instant arrivalOn,
        Instant createdAt) {
    static final String PENDING = "pending";
    static final String IN_TRANSIT = "in_transit";
    static final String PAID = "paid";
    static final String FAILED = "failed";
    static final String CANCELED = "canceled";

    /** Whether it is still on its way. */
    boolean isUnderWay() {
        return state.equals(PENDING) || state.equals(IN_TRANSIT);
    }
}
