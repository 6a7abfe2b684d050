package dev.quittance.stripe.rest;

import dev.quittance.stripe.refund.Refund;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Money that is given back, as programs read it.
 *
 * @param id the refund's id
 * @param payment the id of the payment that it is taken from
 * @param payment_request the id of the request that the payment was for
 * @param amount how much
 * @param state where it stands
 * @param source who wanted it
 * @param reason why
 * @param owed_again whether the customer owes it again; else it comes off the price
 * @param problem Stripe's word for why it waits or failed; empty if nothing did
 * @param stripe_refund_id Stripe's name for it; null until Stripe has one
 * @param created_at when it was set aside, or first seen: ISO 8601, UTC
 * @param succeeded_at when it was given back: ISO 8601, UTC; null if it was not
 */
@SuppressWarnings("MemberName")
@Schema(
        name = "Refund",
        description = "Money that is given back for a payment.",
        requiredProperties = {
            "id",
            "payment",
            "payment_request",
            "amount",
            "state",
            "source",
            "reason",
            "owed_again",
            "problem",
            "stripe_refund_id",
            "created_at",
            "succeeded_at"
        })
public record RefundView(
        String id,
        String payment,
        String payment_request,
        AmountView amount,

        @Schema(
                description = "succeeded may still become failed: a bank sent the money back",
                allowableValues = {
                    "reserved",
                    "pending",
                    "requires_action",
                    "succeeded",
                    "failed",
                    "canceled",
                    "refused"
                })
        String state,

        @Schema(
                description = "Who wanted it: somebody here, the rule for money that came twice, or somebody at Stripe",
                allowableValues = {"office", "policy", "stripe"})
        String source,

        @Schema(allowableValues = {"duplicate", "requested_by_customer", "fraudulent", "other"})
        String reason,

        @Schema(description = "Whether the customer owes it again; else it comes off the price")
        boolean owed_again,

        @Schema(description = "Stripe's word for why it waits or failed; empty if nothing did")
        String problem,

        @Schema(
                types = {"string", "null"},
                description = "Null until Stripe has named it")
        @Nullable
        String stripe_refund_id,

        @Schema(format = "date-time") String created_at,

        @Schema(
                format = "date-time",
                types = {"string", "null"},
                description = "Null while it was not given back")
        @Nullable
        String succeeded_at) {
    static RefundView of(Refund refund) {
        return new RefundView(
                refund.refundId().toString(),
                refund.paymentId().toString(),
                refund.requestId().toString(),
                AmountView.of(refund.amount()),
                lower(refund.state()),
                lower(refund.terms().source()),
                refund.terms().reason().code(),
                refund.terms().owedAgain(),
                refund.problem(),
                refund.stripeRefundId().orElse(null),
                refund.createdAt().toString(),
                refund.succeededAt().map(Instant::toString).orElse(null));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
