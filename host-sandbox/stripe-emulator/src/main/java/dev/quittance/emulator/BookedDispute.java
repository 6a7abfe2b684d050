package dev.quittance.emulator;

import java.time.Instant;

/**
 * One dispute as the local Stripe has it in its books, inquiries too.
 *
 * @param account the account it belongs to
 * @param disputeId {@code dp_…}
 * @param chargeId what is disputed
 * @param status Stripe's word
 * @param currency three letters, lower case
 * @param amountMinor what is disputed, in minor units
 * @param netMinor what it did to the balance so far, fee taken off, in minor units: negative, or zero for an inquiry
 */
public record BookedDispute(
        String account,
        String disputeId,
        String chargeId,
        String status,
        String currency,
        long amountMinor,
        long netMinor,
        Instant createdAt) {}
