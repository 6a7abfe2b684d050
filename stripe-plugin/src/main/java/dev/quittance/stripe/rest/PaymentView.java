package dev.quittance.stripe.rest;

import dev.quittance.stripe.ledger.Settled;
import dev.quittance.stripe.payment.Payment;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A payment: money of one PaymentIntent.
 *
 * @param id its id
 * @param payment_request the request it pays
 * @param amount how much
 * @param state {@code processing}, {@code succeeded}, {@code failed}
 * @param method what the customer paid with
 * @param overpaid whether the request was paid already
 * @param fee what Stripe took; null until Stripe has booked it
 * @param net what is left of it after the fee, in the currency of the balance; null until Stripe has booked it
 * @param exchange_rate Stripe's rate as it wrote it, where it was changed into another currency; else null
 * @param available_on from when it can be paid out: ISO 8601, UTC; null while that is not known
 * @param refunded what of it was given back, for certain
 * @param stripe_payment_intent_id {@code pi_…}
 * @param livemode whether real money moved
 * @param created_at when it was first seen: ISO 8601, UTC
 * @param succeeded_at when the money came: ISO 8601, UTC; null if it has not
 */
@SuppressWarnings("MemberName")
@Schema(
        name = "Payment",
        description = "Money: one PaymentIntent that is processing, came or failed.",
        requiredProperties = {
            "id",
            "payment_request",
            "amount",
            "state",
            "method",
            "overpaid",
            "fee",
            "net",
            "exchange_rate",
            "available_on",
            "refunded",
            "stripe_payment_intent_id",
            "livemode",
            "created_at",
            "succeeded_at"
        })
public record PaymentView(
        String id,

        @Schema(description = "The id of the request it pays")
        String payment_request,

        AmountView amount,

        @Schema(allowableValues = {"processing", "succeeded", "failed"})
        String state,

        MethodView method,

        @Schema(description = "Whether the request was paid already")
        boolean overpaid,

        @Schema(
                implementation = Object.class,
                anyOf = {AmountView.class, NothingView.class},
                description = "What Stripe took; null until Stripe has booked it")
        @Nullable
        AmountView fee,

        @Schema(
                implementation = Object.class,
                anyOf = {AmountView.class, NothingView.class},
                description = "What is left of it after the fee, in the currency of the balance; null until Stripe has"
                        + " booked it")
        @Nullable
        AmountView net,

        @Schema(
                types = {"string", "null"},
                description =
                        "Stripe's rate as it wrote it, where the payment was changed into another currency; else null",
                example = "0.9231")
        @Nullable
        String exchange_rate,

        @Schema(
                format = "date-time",
                types = {"string", "null"},
                description = "From when it can be paid out; null while that is not known")
        @Nullable
        String available_on,

        @Schema(description = "What of it was given back, for certain")
        AmountView refunded,

        String stripe_payment_intent_id,
        @Schema(description = "Whether real money moved") boolean livemode,
        @Schema(format = "date-time") String created_at,

        @Schema(
                format = "date-time",
                types = {"string", "null"},
                description = "Null while the money has not come")
        @Nullable
        String succeeded_at) {
    static PaymentView of(Payment payment) {
        return new PaymentView(
                payment.paymentId().toString(),
                payment.requestId().toString(),
                AmountView.of(payment.amount()),
                payment.state().name().toLowerCase(Locale.ROOT),
                MethodView.of(payment.method()),
                payment.overpaid(),
                payment.fee().map(AmountView::of).orElse(null),
                payment.net().map(AmountView::of).orElse(null),
                payment.settled().flatMap(Settled::exchangeRate).orElse(null),
                payment.availableOn().map(Instant::toString).orElse(null),
                AmountView.of(payment.refunded()),
                payment.intentId(),
                payment.place().livemode(),
                payment.createdAt().toString(),
                payment.succeededAt().map(Instant::toString).orElse(null));
    }
}
