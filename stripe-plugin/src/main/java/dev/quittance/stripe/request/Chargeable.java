package dev.quittance.stripe.request;

import dev.quittance.api.money.CurrencyUnit;
import dev.quittance.api.money.Money;
import java.util.Optional;

/** What of an amount Stripe can charge at once. */
final class Chargeable {
    private Chargeable() {}

    /** The amount, down to a whole step of its currency and at most what can be charged at once; empty below the minimum. */
    static Optional<Money> find(Money amount) {
        CurrencyUnit unit = amount.unit();
        long stepped = amount.minor() - Math.floorMod(amount.minor(), unit.stepMinor());
        long minor = Math.min(stepped, unit.maximumMinor());
        return minor >= unit.minimumMinor() && minor > 0 ? Optional.of(Money.of(minor, unit.code())) : Optional.empty();
    }
}
