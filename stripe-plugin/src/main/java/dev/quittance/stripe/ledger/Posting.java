package dev.quittance.stripe.ledger;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.RecordRef;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One booking: lines that sum to zero for each currency. Immutable and thread-safe.
 *
 * @param org whose ledger
 * @param key what is booked, once: {@code payment/<id>}, {@code fee/<id>}, {@code refund/<id>}, {@code refund_return/<id>}
 * @param kind {@code payment}, {@code fee}, {@code refund} or {@code refund_return}
 * @param record the record it belongs to
 * @param requestId the request it belongs to
 * @param paymentId the payment it belongs to
 * @param balanceTransactionId {@code txn_…}, where there is one
 * @param lines at least two
 */
public record Posting(
        OrgId org,
        String key,
        String kind,
        RecordRef record,
        UUID requestId,
        UUID paymentId,
        Optional<String> balanceTransactionId,
        List<Line> lines) {
    /**
     * A line.
     *
     * @param account which account
     * @param amount debit positive, credit negative
     */
    public record Line(LedgerAccount account, Money amount) {
        /** Refuses null. */
        public Line {
            Objects.requireNonNull(account, "account");
            Objects.requireNonNull(amount, "amount");
        }
    }

    /** Copies the lines; refuses fewer than two, and lines that do not sum to zero for each currency. */
    public Posting {
        lines = List.copyOf(lines);
        Map<String, Money> sums = new TreeMap<>();
        for (Line line : lines) {
            sums.merge(line.amount().currency(), line.amount(), Money::plus);
        }
        if (lines.size() < 2 || !sums.values().stream().allMatch(Money::isZero)) {
            throw new IllegalArgumentException("a booking sums to zero for each currency: " + sums);
        }
    }
}
