package dev.quittance.emulator.balance;

import java.time.Instant;

/**
 * Money that comes to or leaves the balance.
 *
 * @param amountMinor what comes, in minor units of the currency; negative for what leaves
 * @param currency three letters, lower case
 * @param source the object that it is for, such as a charge or a refund
 * @param fee what Stripe keeps of it; {@link Fee#NONE} if nothing
 * @param availableAt from when it can be paid out; what leaves does so at once
 */
public record Movement(
        Type type, long amountMinor, String currency, String source, Fee fee, Instant availableAt, String description) {

    /** Stripe's types of balance transactions that happen here, each with its reporting category. */
    public enum Type {
        CHARGE("charge", "charge"),
        PAYMENT("payment", "charge"),
        REFUND("refund", "refund"),
        PAYMENT_REFUND("payment_refund", "refund"),
        REFUND_FAILURE("refund_failure", "refund_failure"),
        PAYMENT_FAILURE_REFUND("payment_failure_refund", "charge_failure"),
        DISPUTE("adjustment", "dispute"),
        DISPUTE_REVERSAL("adjustment", "dispute_reversal"),
        PAYOUT("payout", "payout"),
        PAYOUT_FAILURE("payout_failure", "payout_reversal"),
        PAYOUT_CANCEL("payout_cancel", "payout_reversal");

        private final String word;
        private final String category;

        Type(String word, String category) {
            this.word = word;
            this.category = category;
        }

        String word() {
            return word;
        }

        String category() {
            return category;
        }
    }

    /** A fee in minor units of the movement's currency, and what it is for; negative where Stripe gives one back. */
    public record Fee(long amountMinor, String description) {
        /** No fee at all. */
        public static final Fee NONE = new Fee(0, "");
    }
}
