package dev.quittance.stripe.gateway;

import dev.quittance.api.money.Money;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A balance transaction as Stripe lists it, with what it is for. All amounts are in the currency of the balance. Immutable and
 * thread-safe.
 *
 * @param id {@code txn_…}
 * @param type Stripe's word for what moved: {@code charge}, {@code refund}, {@code payout}, …
 * @param category Stripe's word for the kind of report it belongs to: {@code charge}, {@code dispute}, {@code fee}, …
 * @param source what it is for
 * @param gross what came, before the fee; negative for what left
 * @param fee what Stripe took besides; negative for what it gave back
 * @param exchangeRate Stripe's rate as it wrote it, where money was changed
 * @param availableOn when it can be paid out, UTC
 * @param createdAt when it happened, UTC
 */
public record BalanceReading(
        String id,
        String type,
        String category,
        Source source,
        Money gross,
        Money fee,
        Optional<String> exchangeRate,
        Instant availableOn,
        Instant createdAt) {
    /**
     * What a movement is for.
     *
     * @param id {@code ch_…}, {@code re_…}, {@code dp_…}, {@code po_…}; empty if Stripe names nothing
     * @param chargeId the charge that it belongs to; empty if to none
     * @param intentId the PaymentIntent that it belongs to; empty if to none
     * @param metadata of the charge, where it is one
     */
    public record Source(String id, String chargeId, String intentId, Map<String, String> metadata) {
        /** Copies the metadata. */
        public Source {
            metadata = Map.copyOf(metadata);
        }
    }

    /** What the balance has more, or less, afterwards. */
    public Money net() {
        return gross.plus(fee.negated());
    }
}
