package dev.quittance.crm.books;

import dev.quittance.api.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * How a record stands, by the host's own books. Total is paid, refunded, processing, requested and left together, unless more came
 * than was owed. Immutable and thread-safe.
 *
 * @param total what it comes to; empty for a project without a contract
 * @param paid what came and was not taken back
 * @param refunded what was taken back and is not owed again: it came off the price
 * @param processing what is on its way through a bank
 * @param requested what was asked for and has not come
 * @param left what can still be asked for: never negative; empty for a project without a contract, zero for a draft or void
 *     invoice
 * @param owed what of the total has not come; empty for a project without a contract, zero for a draft or void invoice, negative if
 *     more came than was owed
 * @param otherPaid what came in other currencies than the record's, and was not taken back
 */
public record Figures(
        Optional<Money> total,
        Money paid,
        Money refunded,
        Money processing,
        Money requested,
        Optional<Money> left,
        Optional<Money> owed,
        List<Money> otherPaid) {
    /** Copies the list. */
    public Figures {
        otherPaid = List.copyOf(otherPaid);
    }

    /** How much more came than was owed; zero where nothing did. */
    public Money overpaid() {
        return owed.filter(Money::isNegative).map(Money::negated).orElse(Money.zero(paid.currency()));
    }
}
