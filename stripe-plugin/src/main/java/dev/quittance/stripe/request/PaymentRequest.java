package dev.quittance.stripe.request;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.payment.PaymentDraft;
import dev.quittance.api.record.RecordRef;
import java.math.BigDecimal;
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
 * @param percent how the amount was typed, in percent of the contract, if it was; the amount counts
 * @param amount what is asked for
 * @param description what the customer reads
 * @param state where it stands
 * @param contributed what other plugins attached, frozen
 * @param receiptLines lines that other plugins add to the receipt
 * @param requestedBy the host's id of who asked
 * @param createdAt when, UTC
 * @param viewedAt when the customer first went on to pay, UTC
 * @param paidAt when it was paid, UTC
 * @param projectId the project that an invoice billed when it was asked for
 * @param stopped why nobody can begin to pay it any more, although it may be open
 * @param nextAmount what it is to ask for once nobody can pay this amount any more, in the same currency
 * @param version counts its changes
 */
public record PaymentRequest(
        OrgId org,
        UUID requestId,
        RecordRef record,
        String recordName,
        Recipient recipient,
        RequestType type,
        Optional<BigDecimal> percent,
        Money amount,
        String description,
        RequestState state,
        Map<String, String> contributed,
        List<String> receiptLines,
        String requestedBy,
        Instant createdAt,
        Optional<Instant> viewedAt,
        Optional<Instant> paidAt,
        Optional<String> projectId,
        Optional<StopReason> stopped,
        Optional<Money> nextAmount,
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

    /** What other plugins look at when it is to ask for this amount. */
    public PaymentDraft draft(Money asked) {
        return PaymentDraft.of(org, record, recipient.clientId(), asked)
                .withTerms(type.code(), description, requestedBy)
                .withContributions(contributed, receiptLines);
    }

    /** Whether the customer may begin to pay it now. */
    public boolean isPayable() {
        return state.isPayable() && stopped.isEmpty();
    }

    /** Whether its amount is about to change: as soon as nobody can pay the former one. */
    public boolean isChanging() {
        return state == RequestState.OPEN
                && stopped.filter(StopReason.CHANGED::equals).isPresent();
    }

    /** The same request in another state. */
    PaymentRequest in(RequestState next, Optional<Instant> newPaidAt) {
        return copy(recipient, next, new Marks(viewedAt, newPaidAt, stopped), sum());
    }

    /** The same request, viewed. */
    PaymentRequest viewed(Instant when) {
        return copy(recipient, state, new Marks(Optional.of(when), paidAt, stopped), sum());
    }

    /** The same request, stopped. */
    PaymentRequest stoppedBy(StopReason reason) {
        return copy(recipient, state, new Marks(viewedAt, paidAt, Optional.of(reason)), sum());
    }

    /** The same request, which nobody can begin to pay until it asks for another amount. */
    PaymentRequest changing(Money next) {
        return copy(
                recipient,
                state,
                new Marks(viewedAt, paidAt, Optional.of(StopReason.CHANGED)),
                new Sum(percent, amount, Optional.of(next)));
    }

    /** The same request, asking for the next amount. */
    PaymentRequest changed() {
        return copy(
                recipient,
                state,
                new Marks(viewedAt, paidAt, Optional.empty()),
                new Sum(Optional.empty(), nextAmount.orElse(amount), Optional.empty()));
    }

    /** The same request for somebody else, or at another address. */
    PaymentRequest to(Recipient other) {
        return copy(other, state, new Marks(viewedAt, paidAt, stopped), sum());
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
                percent,
                amount,
                description,
                state,
                contributed,
                receiptLines,
                requestedBy,
                createdAt,
                viewedAt,
                paidAt,
                projectId,
                stopped,
                nextAmount,
                version + 1);
    }

    private Sum sum() {
        return new Sum(percent, amount, nextAmount);
    }

    private record Marks(Optional<Instant> viewedAt, Optional<Instant> paidAt, Optional<StopReason> stopped) {}

    private record Sum(Optional<BigDecimal> percent, Money amount, Optional<Money> next) {}

    private PaymentRequest copy(Recipient newRecipient, RequestState newState, Marks marks, Sum newSum) {
        return new PaymentRequest(
                org,
                requestId,
                record,
                recordName,
                newRecipient,
                type,
                newSum.percent(),
                newSum.amount(),
                description,
                newState,
                contributed,
                receiptLines,
                requestedBy,
                createdAt,
                marks.viewedAt(),
                marks.paidAt(),
                projectId,
                marks.stopped(),
                newSum.next(),
                version);
    }
}
