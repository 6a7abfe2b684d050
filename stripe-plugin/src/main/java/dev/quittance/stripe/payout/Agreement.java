package dev.quittance.stripe.payout;

import dev.quittance.stripe.payment.Discrepancy;
import java.util.List;
import java.util.Optional;

/** Whether a movement of Stripe's balance and the ledger say the same. */
enum Agreement {
    /** Nobody can tell yet: what it belongs to is on its way. */
    WAITING,
    /** They say the same. */
    MATCHED,
    /** It belongs to nothing here. */
    OTHER,
    /** It belongs to a payment of ours, and is not booked. */
    MISSING_HERE,
    /** Booked with another amount. */
    AMOUNT,
    /** Booked with another fee. */
    FEE,
    /** Booked in another currency. */
    CURRENCY;

    /** Those that are looked at again. */
    static List<String> open() {
        return List.of(WAITING.name(), MISSING_HERE.name(), AMOUNT.name(), FEE.name(), CURRENCY.name());
    }

    /** Those of which a person is told. */
    static List<String> different() {
        return List.of(MISSING_HERE.name(), AMOUNT.name(), FEE.name(), CURRENCY.name());
    }

    /** The kind of difference that it is; empty if it is none. */
    Optional<String> difference() {
        return switch (this) {
            case WAITING, MATCHED, OTHER -> Optional.empty();
            case MISSING_HERE -> Optional.of(Discrepancy.LEDGER_MISSING_HERE);
            case AMOUNT -> Optional.of(Discrepancy.LEDGER_AMOUNT);
            case FEE -> Optional.of(Discrepancy.LEDGER_FEE);
            case CURRENCY -> Optional.of(Discrepancy.LEDGER_CURRENCY);
        };
    }
}
