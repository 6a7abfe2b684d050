package dev.quittance.stripe.gateway;

import dev.quittance.api.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * A Charge as read at Stripe. Immutable and thread-safe.
 *
 * @param id {@code ch_…} or {@code py_…}
 * @param status {@code succeeded}, {@code pending} or {@code failed}
 * @param amount what was charged
 * @param methodType {@code card}, {@code us_bank_account}, {@code link}, …; empty if unknown
 * @param brand the card's brand or the bank's name; empty if there is none
 * @param last4 the last four digits; empty if there are none
 * @param intentId its PaymentIntent
 * @param createdAt when Stripe made it, UTC
 * @param fee Stripe's fee; empty until Stripe has the balance transaction
 */
public record ChargeReading(
        String id,
        String status,
        Money amount,
        String methodType,
        String brand,
        String last4,
        Optional<String> intentId,
        Instant createdAt,
        Optional<FeeReading> fee) {}
