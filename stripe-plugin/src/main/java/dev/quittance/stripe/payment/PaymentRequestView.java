package dev.quittance.stripe.payment;

import dev.quittance.stripe.request.PaymentRequest;
import java.time.Instant;
import java.util.Locale;

/**
 * A payment request as the REST interface gives it. Field names and codes are stable; new fields may come.
 *
 * @param id the request's id
 * @param number the number that people quote
 * @param record {@code project/{id}}
 * @param type {@code deposit}, {@code progress}, {@code final}, {@code custom}
 * @param description what the customer reads
 * @param amountMinor minor units of {@code currency}
 * @param currency ISO 4217 code, upper case
 * @param state the request's state, lower case
 * @param status the state, or {@code failed} where the last try to pay an open request failed
 * @param method what it was paid with; empty while unknown
 * @param requestedAt ISO 8601, UTC
 * @param viewedAt ISO 8601, UTC; empty if the customer has not gone on to pay
 * @param paidAt ISO 8601, UTC; empty if not paid
 */
public record PaymentRequestView(
        String id,
        String number,
        String record,
        String type,
        String description,
        long amountMinor,
        String currency,
        String state,
        String status,
        String method,
        String requestedAt,
        String viewedAt,
        String paidAt) {
    static PaymentRequestView of(RequestOverview overview) {
        PaymentRequest request = overview.request();
        return new PaymentRequestView(
                request.requestId().toString(),
                request.number(),
                request.record().object() + "/" + request.record().id(),
                request.type().code(),
                request.description(),
                request.amount().minor(),
                request.amount().currency(),
                request.state().name().toLowerCase(Locale.ROOT),
                StatusBadge.code(request, overview.attempts()),
                overview.method().map(Method::label).orElse(""),
                request.createdAt().toString(),
                request.viewedAt().map(Instant::toString).orElse(""),
                request.paidAt().map(Instant::toString).orElse(""));
    }
}
