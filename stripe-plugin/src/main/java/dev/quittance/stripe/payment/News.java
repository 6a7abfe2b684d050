package dev.quittance.stripe.payment;

import dev.quittance.api.payment.PaymentEvent;
import dev.quittance.stripe.outbox.OutboxRow;
import java.util.Optional;
import java.util.UUID;

/**
 * What became of a payment or an attempt, as it stands in the detail of an outbox entry: enough to look the rest up when it is
 * told. Immutable.
 *
 * @param kind {@link PaymentEvent#REQUESTED}, {@link PaymentEvent#PAID} or {@link PaymentEvent#FAILED}
 * @param id the payment that came, or the attempt that failed; empty for a request
 * @param declineCode why it failed; empty if it did not, or nobody said
 */
public record News(String kind, Optional<UUID> id, String declineCode) {
    private static final String SEPARATOR = "/";

    static News paid(UUID paymentId) {
        return new News(PaymentEvent.PAID, Optional.of(paymentId), "");
    }

    static News failed(UUID attemptId, Decline decline) {
        return new News(PaymentEvent.FAILED, Optional.of(attemptId), decline.code());
    }

    /** The news of an entry. */
    public static News of(OutboxRow row) {
        String[] parts = row.detail().split(SEPARATOR, 3);
        return new News(
                parts[0],
                parts.length > 1 ? Optional.of(UUID.fromString(parts[1])) : Optional.empty(),
                parts.length > 2 ? parts[2] : "");
    }

    String detail() {
        return kind
                + id.map(value -> SEPARATOR + value).orElse("")
                + (declineCode.isEmpty() ? "" : SEPARATOR + declineCode);
    }
}
