package dev.quittance.stripe.request;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.RecordRef;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One ask of one payer for one record. Immutable; {@link Requests} makes the next version of it.
 *
 * @param org whose customer is asked
 * @param requestId its id, also Stripe's client reference
 * @param record what it is for
 * @param recordName the record's name when it was asked
 * @param recipient who is asked
 * @param type what it is within the life of the record
 * @param percentBasisPoints how the amount was typed, in hundredths of a percent of the contract, if it was; the amount counts
 * @param amount what is asked for
 * @param description what the customer reads
 * @param state where it stands
 * @param contributed what other plugins attached, frozen
 * @param receiptLines lines that other plugins add to the receipt
 * @param requestedBy the host's id of who asked
 * @param createdAt when, UTC
 * @param viewedAt when the customer first went on to pay, UTC
 * @param paidAt when it was paid, UTC
 * @param version counts its changes
 */
public record PaymentRequest(
        OrgId org,
        UUID requestId,
        RecordRef record,
        String recordName,
        Recipient recipient,
        RequestType type,
        Optional<Integer> percentBasisPoints,
        Money amount,
        String description,
        RequestState state,
        Map<String, String> contributed,
        List<String> receiptLines,
        String requestedBy,
        Instant createdAt,
        Optional<Instant> viewedAt,
        Optional<Instant> paidAt,
        long version) {
    /** Enough of the id's random end to tell an organisation's requests apart on the phone. */
    private static final int NUMBER_DIGITS = 10;

    /** Copies the collections; refuses an amount that is not more than nothing. */
    public PaymentRequest {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a request is for more than nothing: " + amount);
        }
        contributed = Map.copyOf(contributed);
        receiptLines = List.copyOf(receiptLines);
    }

    /** A number for people to quote, made from the id: {@code Q-9F41C02A7D}. Not a key. */
    public String number() {
        String digits = requestId.toString().replace("-", "");
        return "Q-" + digits.substring(digits.length() - NUMBER_DIGITS).toUpperCase(Locale.ROOT);
    }

    /** The same request in another state. */
    PaymentRequest in(RequestState next, Optional<Instant> newPaidAt) {
        return new PaymentRequest(
                org,
                requestId,
                record,
                recordName,
                recipient,
                type,
                percentBasisPoints,
                amount,
                description,
                next,
                contributed,
                receiptLines,
                requestedBy,
                createdAt,
                viewedAt,
                newPaidAt,
                version);
    }

    /** The same request, viewed. */
    PaymentRequest viewed(Instant when) {
        return new PaymentRequest(
                org,
                requestId,
                record,
                recordName,
                recipient,
                type,
                percentBasisPoints,
                amount,
                description,
                state,
                contributed,
                receiptLines,
                requestedBy,
                createdAt,
                Optional.of(when),
                paidAt,
                version);
    }

    /** The same request after a change was stored. */
    PaymentRequest stored() {
        return new PaymentRequest(
                org,
                requestId,
                record,
                recordName,
                recipient,
                type,
                percentBasisPoints,
                amount,
                description,
                state,
                contributed,
                receiptLines,
                requestedBy,
                createdAt,
                viewedAt,
                paidAt,
                version + 1);
    }
}
