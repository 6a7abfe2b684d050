package dev.quittance.emulator;

import java.time.Instant;

/**
 * One payout as the local Stripe has it in its books.
 *
 * @param account the account it belongs to
 * @param payoutId {@code po_…}
 * @param status {@code pending}, {@code in_transit}, {@code paid}, {@code failed} or {@code canceled}
 * @param currency three letters, lower case
 * @param amountMinor what goes to the bank, in minor units; negative for what is taken from it
 */
public record BookedPayout(
        String account, String payoutId, String status, String currency, long amountMinor, Instant createdAt) {}
