package dev.quittance.api.payment;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.RecordRef;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * Something that has happened to a payment and is committed. No card data, no secrets. Immutable and thread-safe.
 *
 * @param eventId the same whenever it is told again: listeners drop what they have had
 * @param kind {@link #REQUESTED}, {@link #PAID}, {@link #FAILED}, …; string-coded, ignore what you do not know
 * @param org whose payment
 * @param record the record it is for
 * @param requestId the payment request
 * @param amount what was asked for, paid or given back
 * @param occurredAt when it was committed, UTC
 * @param attributes more, by name; new names may come
 */
public record PaymentEvent(
        String eventId,
        String kind,
        OrgId org,
        RecordRef record,
        String requestId,
        Money amount,
        Instant occurredAt,
        Map<String, String> attributes) {
    /** A customer was asked. */
    public static final String REQUESTED = "requested";
    /** The money came. */
    public static final String PAID = "paid";
    /** Money was given back: {@code amount} is how much, the attribute {@code refund} names it. */
    public static final String REFUNDED = "refunded";
    /** Money that was given back came back: the customer has not got it. */
    public static final String REFUND_FAILED = "refund_failed";
    /** An attempt failed. */
    public static final String FAILED = "failed";

    /** Refuses null; copies the attributes. */
    public PaymentEvent {
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(org, "org");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(occurredAt, "occurredAt");
        attributes = Map.copyOf(attributes);
    }
}
