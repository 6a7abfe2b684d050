package dev.quittance.emulator;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What the local Stripe has taken and given back, for auditors: a picture of one moment, immutable.
 *
 * @param charges every charge of every account, oldest first
 */
public record Books(List<BookedCharge> charges) {
    /** Copies the charges. */
    public Books {
        charges = List.copyOf(charges);
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
