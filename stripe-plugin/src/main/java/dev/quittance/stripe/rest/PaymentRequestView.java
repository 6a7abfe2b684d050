package dev.quittance.stripe.rest;

import dev.quittance.stripe.payment.RequestOverview;
import dev.quittance.stripe.request.PaymentRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A payment request: what one payer is asked for, for one record, and what came of it.
 *
 * @param id the request's id
 * @param number the number that people quote
 * @param record what it is for
 * @param record_name the record's name when it was asked
 * @param type {@code deposit}, {@code progress}, {@code final}, {@code custom}
 * @param percent the share of the contract that gave the amount; null if it was given as an amount
 * @param amount what is asked for
 * @param description what the customer reads
 * @param state where it stands
 * @param status the state, or {@code failed} where the last try to pay an open request failed
 * @param recipient who is asked
 * @param split_id the same for all parts of a split; null if it is none
 * @param requested_by the host's id of who asked
 * @param requested_at ISO 8601, UTC
 * @param viewed_at ISO 8601, UTC; null if the customer has not gone on to pay
 * @param paid_at ISO 8601, UTC; null if not paid
 * @param payments oldest first
 * @param timeline oldest first
 */
@SuppressWarnings("MemberName")
@Schema(
        name = "PaymentRequest",
        description = "What one payer is asked for, for one record, and what came of it.",
        requiredProperties = {
            "id",
            "number",
            "record",
            "record_name",
            "type",
            "percent",
            "amount",
            "description",
            "state",
            "status",
            "recipient",
            "split_id",
            "requested_by",
            "requested_at",
            "viewed_at",
            "paid_at",
            "payments",
            "timeline"
        })
public record PaymentRequestView(
        String id,

        @Schema(description = "The number that people quote; not a key", example = "Q-9F41C02A7D")
        String number,

        RecordView record,

        @Schema(description = "The record's name when it was asked")
        String record_name,

        @Schema(allowableValues = {"deposit", "progress", "final", "custom"})
        String type,

        @Schema(
                types = {"string", "null"},
                description = "The share of the contract that gave the amount; null if it was given as an amount",
                example = "37.5")
        @Nullable
        String percent,

        AmountView amount,
        @Schema(description = "What the customer reads") String description,

        @Schema(
                allowableValues = {"draft", "open", "processing", "partly_paid", "paid", "expired", "canceled", "closed"
                })
        String state,

        @Schema(description = "The state, or failed where the last try to pay an open request failed")
        String status,

        RecipientView recipient,

        @Schema(
                types = {"string", "null"},
                description = "The same for all parts of a split; null if it is no part of one")
        @Nullable
        String split_id,

        @Schema(description = "The host's id of who asked") String requested_by,
        @Schema(format = "date-time") String requested_at,

        @Schema(
                format = "date-time",
                types = {"string", "null"},
                description = "Null while the customer has not gone on to pay")
        @Nullable
        String viewed_at,

        @Schema(
                format = "date-time",
                types = {"string", "null"},
                description = "Null while it is not paid")
        @Nullable
        String paid_at,

        @Schema(description = "Oldest first") List<PaymentView> payments,
        @Schema(description = "Oldest first") List<TimelineEntryView> timeline) {
    /** Copies the lists. */
    public PaymentRequestView {
        payments = List.copyOf(payments);
        timeline = List.copyOf(timeline);
    }

    static PaymentRequestView of(RequestOverview overview, @Nullable String splitId, List<TimelineEntryView> timeline) {
        PaymentRequest request = overview.request();
        return new PaymentRequestView(
                request.requestId().toString(),
                request.number(),
                RecordView.of(request.record()),
                request.recordName(),
                request.type().code(),
                request.percent().map(PaymentRequestView::percent).orElse(null),
                AmountView.of(request.amount()),
                request.description(),
                request.state().name().toLowerCase(Locale.ROOT),
                overview.status(),
                new RecipientView(
                        request.recipient().name(), request.recipient().email()),
                splitId,
                request.requestedBy(),
                request.createdAt().toString(),
                request.viewedAt().map(Instant::toString).orElse(null),
                request.paidAt().map(Instant::toString).orElse(null),
                overview.payments().stream().map(PaymentView::of).toList(),
                timeline);
    }

    private static String percent(BigDecimal share) {
        BigDecimal percent = share.stripTrailingZeros();
        return (percent.scale() < 0 ? percent.setScale(0) : percent).toPlainString();
    }
}
