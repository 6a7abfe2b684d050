package dev.quittance.stripe.payment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Where Stripe and our books disagree. Immutable and thread-safe.
 *
 * @param discrepancyId its id
 * @param kind stable: {@code amount_differs}, {@code unknown_attempt}, {@code not_at_stripe}, …
 * @param stripeObjectId what it is about
 * @param requestId the request, where it is known
 * @param detail both sides, for staff
 * @param foundAt when, UTC
 */
public record Discrepancy(
        UUID discrepancyId,
        String kind,
        String stripeObjectId,
        Optional<UUID> requestId,
        String detail,
        Instant foundAt) {
    /** Ours by its marks, and no attempt here that it belongs to. */
    public static final String UNKNOWN_ATTEMPT = "unknown_attempt";

    /** Booked here, and Stripe has no such object. */
    public static final String NOT_AT_STRIPE = "not_at_stripe";

    /** What every difference between the ledger and Stripe's balance begins with. */
    public static final String IN_LEDGER = "ledger_";

    /** Stripe's balance moved for a payment of ours, and the ledger does not know of it. */
    public static final String LEDGER_MISSING_HERE = "ledger_missing_here";

    /** The ledger has a payment that Stripe's balance does not know of. */
    public static final String LEDGER_MISSING_AT_STRIPE = "ledger_missing_at_stripe";

    /** Another amount. */
    public static final String LEDGER_AMOUNT = "ledger_amount";

    /** Another fee. */
    public static final String LEDGER_FEE = "ledger_fee";

    /** Another currency. */
    public static final String LEDGER_CURRENCY = "ledger_currency";

    /** In a notice: it is open for more than a day. */
    public static final String STILL_OPEN = "still_open";

    /** Whether money that is at Stripe can be attached to a request. */
    public boolean isAttachable() {
        return kind.equals(UNKNOWN_ATTEMPT);
    }
}
