package dev.quittance.stripe.ledger;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.stripe.ledger.Posting.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The bookings of an organisation's ledger, one method for each kind of fact. What Stripe settled in another currency passes through
 * the exchange account in both. Immutable and thread-safe.
 *
 * @param org whose ledger
 */
public record Postings(OrgId org) {
    /** A payment came: it lies at Stripe, and was received. */
    public Posting payment(Place place, Money amount) {
        List<Line> lines = new ArrayList<>();
        move(lines, LedgerAccount.RECEIVED, amount);
        return of(PostingKind.PAYMENT, place.paymentId().toString(), Optional.of(place), Optional.empty(), lines);
    }

    /**
     * Stripe settled a payment that is booked: it took its fee, and may have changed the money.
     *
     * @param amount what the customer paid, in the payment's currency
     */
    public Posting fee(Place place, Money amount, Settled settled) {
        List<Line> lines = new ArrayList<>();
        change(lines, amount, settled);
        charge(lines, settled);
        return of(PostingKind.FEE, place.paymentId().toString(), Optional.of(place), Optional.of(settled), lines);
    }

    /**
     * A bank took money back for its customer, and Stripe its fee for that.
     *
     * @param movementId each movement of a dispute's money is booked once
     * @param amount what was taken, above zero, in the payment's currency
     * @param settled how it left the balance: its gross is below zero
     */
    public Posting disputeWithdrawn(Place place, UUID movementId, Money amount, Settled settled) {
        return dispute(PostingKind.DISPUTE, place, movementId, amount.negated(), settled);
    }

    /**
     * A dispute was won, and the money is here again.
     *
     * @param movementId each movement of a dispute's money is booked once
     * @param amount what came back, above zero, in the payment's currency
     * @param settled how it came into the balance: its gross is above zero
     */
    public Posting disputeReinstated(Place place, UUID movementId, Money amount, Settled settled) {
        return dispute(PostingKind.DISPUTE_RETURN, place, movementId, amount, settled);
    }

    private Posting dispute(PostingKind kind, Place place, UUID movementId, Money delta, Settled settled) {
        List<Line> lines = new ArrayList<>();
        move(lines, LedgerAccount.DISPUTED, delta);
        change(lines, delta, settled);
        charge(lines, settled);
        return of(kind, movementId.toString(), Optional.of(place), Optional.of(settled), lines);
    }

    /**
     * What was booked in one currency was settled in another, and perhaps at a price.
     *
     * @param booked what was booked into the balance, negative for out of it
     */
    public Posting exchange(Place place, Money booked, Settled settled) {
        List<Line> lines = new ArrayList<>();
        change(lines, booked, settled);
        charge(lines, settled);
        return of(
                PostingKind.EXCHANGE, settled.balanceTransactionId(), Optional.of(place), Optional.of(settled), lines);
    }

    /** Stripe sent money to the bank, where the gross is below zero, or took it from there. */
    public Posting payout(Settled settled) {
        List<Line> lines = new ArrayList<>();
        move(lines, LedgerAccount.BANK, settled.gross());
        charge(lines, settled);
        return of(PostingKind.PAYOUT, settled.balanceTransactionId(), Optional.empty(), Optional.of(settled), lines);
    }

    /** Stripe took a fee for no payment in particular: what it is worth is the net, below zero. */
    public Posting stripeFee(Settled settled) {
        List<Line> lines = new ArrayList<>();
        move(lines, LedgerAccount.STRIPE_FEES, settled.net());
        return of(
                PostingKind.STRIPE_FEE, settled.balanceTransactionId(), Optional.empty(), Optional.of(settled), lines);
    }

    /** Into the balance from an account, or out of it where the amount is negative. */
    private static void move(List<Line> lines, LedgerAccount account, Money amount) {
        lines.add(new Line(LedgerAccount.STRIPE_BALANCE, amount));
        lines.add(new Line(account, amount.negated()));
    }

    /** Out of the balance in the one currency, and into it in the other. */
    private static void change(List<Line> lines, Money booked, Settled settled) {
        if (!settled.gross().currency().equals(booked.currency())) {
            move(lines, LedgerAccount.EXCHANGE, booked.negated());
            move(lines, LedgerAccount.EXCHANGE, settled.gross());
        }
    }

    private static void charge(List<Line> lines, Settled settled) {
        move(lines, LedgerAccount.STRIPE_FEES, settled.fee().negated());
    }

    private Posting of(
            PostingKind kind, String sourceId, Optional<Place> place, Optional<Settled> settled, List<Line> lines) {
        return new Posting(
                org,
                kind,
                sourceId,
                place,
                settled.map(Settled::balanceTransactionId),
                settled.flatMap(Settled::exchangeRate),
                lines);
    }
}
