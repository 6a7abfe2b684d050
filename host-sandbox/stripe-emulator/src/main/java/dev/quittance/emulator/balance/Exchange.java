package dev.quittance.emulator.balance;

import dev.quittance.emulator.account.Accounts;
import dev.quittance.emulator.store.Currencies;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How an account without a balance in a currency has it changed into its own: by a rate that stays, for one percent more.
 *
 * @param into the account's currency
 * @param rate what one whole unit is worth in it
 */
record Exchange(String into, BigDecimal rate) {
    private static final long PER_MILLE = 10;

    /** How the turn's account changes this currency; empty where it has a balance in it. */
    static Optional<Exchange> find(Turn turn, String currency) {
        var account = turn.get(Kind.ACCOUNT, turn.account());
        String rate = account.path(Accounts.EXCHANGE_RATES).path(currency).asText("");
        return rate.isEmpty()
                ? Optional.empty()
                : Optional.of(new Exchange(account.path("default_currency").asText(), new BigDecimal(rate)));
    }

    /** The same movement in the account's currency; what comes from customers costs a fee for the change. */
    Movement apply(Movement movement) {
        long amount = change(movement.amountMinor(), movement.currency());
        long fee = change(movement.fee().amountMinor(), movement.currency());
        boolean costs = movement.type() == Movement.Type.CHARGE || movement.type() == Movement.Type.PAYMENT;
        long more = costs ? Math.addExact(Math.multiplyExact(amount, PER_MILLE), 500) / 1000 : 0;
        return new Movement(
                movement.type(),
                amount,
                into,
                movement.source(),
                new Movement.Fee(Math.addExact(fee, more), movement.fee().description()),
                movement.availableAt(),
                movement.description());
    }

    private long change(long minor, String currency) {
        int shift = Currencies.get(into).decimals() - Currencies.get(currency).decimals();
        return BigDecimal.valueOf(minor)
                .multiply(rate)
                .scaleByPowerOfTen(shift)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
