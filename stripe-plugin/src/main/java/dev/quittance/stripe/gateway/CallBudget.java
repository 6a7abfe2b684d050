package dev.quittance.stripe.gateway;

import java.time.Duration;

/** What one account may still be asked, for one call. */
record CallBudget(RateBudget budget, String stripeAccountId) {
    boolean take() {
        return stripeAccountId.isEmpty() || budget.take(stripeAccountId);
    }

    void pause(Duration wait) {
        if (!stripeAccountId.isEmpty()) {
            budget.pause(stripeAccountId, wait);
        }
    }
}
