package dev.quittance.stripe.gateway;

import dev.quittance.api.money.Money;
import java.time.Instant;

/**
 * A payout as read at Stripe. Immutable and thread-safe.
 *
 * @param id {@code po_…}
 * @param amount what goes to the bank; negative for what is taken from it
 * @param status Stripe's word: {@code pending}, {@code in_transit}, {@code paid}, {@code failed}, {@code canceled}
 * @param automatic whether Stripe made it by the account's schedule, and so knows what it consists of
 * @param failure Stripe's word for why it came back; empty if it did not
 * @param arrivalOn the day on which it is expected at the bank, at 00:00 UTC
 * @param createdAt when it was made, UTC
 */
public record PayoutReading(
        String id,
        Money amount,
        String status,
        boolean automatic,
        String failure,
        Instant arrivalOn,
        Instant createdAt) {}
