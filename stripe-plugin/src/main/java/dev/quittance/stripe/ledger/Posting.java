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
 * @param kind what is booked
 * @param sourceId what it is booked for: with the kind it is booked once
 * @param place what it belongs to; empty for what concerns no payment here
 * @param balanceTransactionId {@code txn_…}, where there is one
 * @param exchangeRate Stripe's rate as it wrote it, where money was changed
 * @param lines at least two
 */
public record Posting(
        OrgId org,
        PostingKind kind,
        String sourceId,
        Optional<Place> place,
        Optional<String> balanceTransactionId,
        Optional<String> exchangeRate,
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

    /** Copies the lines; refuses no source, fewer than two lines, and lines that do not sum to zero for each currency. */
    public Posting {
        lines = List.copyOf(lines);
        Map<String, Money> sums = new TreeMap<>();
        for (Line line : lines) {
            sums.merge(line.amount().currency(), line.amount(), Money::plus);
        }
        if (sourceId.isEmpty()) {
            throw new IllegalArgumentException("a booking has a source");
        }
        if (lines.size() < 2 || !sums.values().stream().allMatch(Money::isZero)) {
            throw new IllegalArgumentException("a booking sums to zero for each currency: " + sums);
        }
    }

    /**
     * A booking of a payment's.
     *
     * @param key the kind and the source, a slash between
     * @param kind the kind, as it is stored
     */
    public Posting(
            OrgId org,
            String key,
            String kind,
            RecordRef record,
            UUID requestId,
            UUID paymentId,
            Optional<String> balanceTransactionId,
            List<Line> lines) {
        this(
                org,
                PostingKind.of(kind),
                key.substring(kind.length() + 1),
                Optional.of(new Place(record, requestId, paymentId)),
                balanceTransactionId,
                Optional.empty(),
                lines);
    }

    /** What is booked, once: {@code payment/<id>}, {@code payout/<txn>}. */
    public String key() {
        return kind.code() + "/" + sourceId;
    }
}
