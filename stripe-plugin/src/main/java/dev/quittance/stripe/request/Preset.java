package dev.quittance.stripe.request;

import dev.quittance.api.money.Money;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the form shows before anybody types. Immutable.
 *
 * @param type the type it is for
 * @param percent the share of the contract, where the amount is just that
 * @param amount the amount, where there is a sensible one
 */
record Preset(RequestType type, Optional<BigDecimal> percent, Optional<Money> amount) {
    /** Half of the contract: what most trades ask for before they begin. */
    static final BigDecimal DEPOSIT_PERCENT = BigDecimal.valueOf(50);

    /** The preset of a type for a record that stands like this. */
    static Preset of(RequestType type, Standing standing) {
        return switch (type) {
            case DEPOSIT -> deposit(standing);
            case FINAL -> new Preset(type, Optional.empty(), standing.askable());
            case PROGRESS, CUSTOM, INVOICE -> new Preset(type, Optional.empty(), Optional.empty());
        };
    }

    private static Preset deposit(Standing standing) {
        Optional<Money> whole = standing.contract().map(total -> total.percent(DEPOSIT_PERCENT));
        Optional<Money> missing =
                whole.map(share -> share.minus(standing.deposits())).filter(Money::isPositive);
        boolean isJustTheShare = missing.isPresent() && missing.equals(whole);
        return new Preset(
                RequestType.DEPOSIT, isJustTheShare ? Optional.of(DEPOSIT_PERCENT) : Optional.empty(), missing);
    }

    /** The percentage as the form shows it, or nothing. */
    String percentText() {
        return percent.map(Share::format).orElse("");
    }

    /** The amount as the form shows it, or nothing. */
    String amountText() {
        return amount.map(Money::toPlainDecimal).orElse("");
    }
}
