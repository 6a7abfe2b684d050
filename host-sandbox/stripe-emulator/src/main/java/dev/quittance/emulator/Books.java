package dev.quittance.emulator;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What the local Stripe has taken and given back, for auditors: a picture of one moment, immutable.
 *
 * @param charges every charge of every account, oldest first
 * @param refunds every refund of every account, oldest first
 * @param disputes every dispute of every account, oldest first
 * @param payouts every payout of every account, oldest first
 * @param movements every balance transaction of every account, oldest first
 */
public record Books(
        List<BookedCharge> charges,
        List<BookedRefund> refunds,
        List<BookedDispute> disputes,
        List<BookedPayout> payouts,
        List<BookedMovement> movements) {
    /** Copies the lists. */
    public Books {
        charges = List.copyOf(charges);
        refunds = List.copyOf(refunds);
        disputes = List.copyOf(disputes);
        payouts = List.copyOf(payouts);
        movements = List.copyOf(movements);
    }

    /** What Stripe kept as fees of an account in a currency, in minor units. */
    public long feesMinor(String account, String currency) {
        return movements.stream()
                .filter(m -> m.account().equals(account) && m.currency().equals(currency))
                .mapToLong(BookedMovement::feeMinor)
                .reduce(0, Math::addExact);
    }

    /** The balance of an account in a currency, pending and available together, in minor units. */
    public long balanceMinor(String account, String currency) {
        return movements.stream()
                .filter(m -> m.account().equals(account) && m.currency().equals(currency))
                .mapToLong(BookedMovement::netMinor)
                .reduce(0, Math::addExact);
    }

    /** What an account captured in a currency, in minor units. */
    public long capturedMinor(String account, String currency) {
        return sum(account, currency, BookedCharge::capturedMinor);
    }

    /** What an account refunded in a currency, in minor units. */
    public long refundedMinor(String account, String currency) {
        return sum(account, currency, BookedCharge::refundedMinor);
    }

    /** The charges of one account, oldest first. */
    public List<BookedCharge> listCharges(String account) {
        return charges.stream().filter(c -> c.account().equals(account)).toList();
    }

    private long sum(String account, String currency, ToLongFunction<BookedCharge> amount) {
        return charges.stream()
                .filter(c -> c.account().equals(account) && c.currency().equals(currency))
                .mapToLong(amount)
                .reduce(0, Math::addExact);
    }
}
