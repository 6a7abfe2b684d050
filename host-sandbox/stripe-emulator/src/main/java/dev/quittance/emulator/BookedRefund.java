package dev.quittance.emulator;

import java.time.Instant;

/**
 * One refund as the local Stripe has it in its books, also one that failed.
 *
 * @param account the account it belongs to
 * @param refundId {@code re_…}, or {@code pyr_…} for a bank debit
 * @param chargeId what it gives back
 * @param status {@code pending}, {@code requires_action}, {@code succeeded}, {@code failed} or {@code canceled}
 * @param currency three letters, lower case
 * @param amountMinor what goes back, in minor units
 */
public record BookedRefund(
        String account,
        String refundId,
        String chargeId,
        String status,
        String currency,
        long amountMinor,
        Instant createdAt) {
    /** Whether the money is with the payer or on its way there. */
    public boolean isStanding() {
        return !status.equals("failed") && !status.equals("canceled");
    }
}
