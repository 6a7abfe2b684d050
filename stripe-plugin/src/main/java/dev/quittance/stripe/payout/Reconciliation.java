package dev.quittance.stripe.payout;

import dev.quittance.api.PluginContext;
import dev.quittance.api.money.Money;
import dev.quittance.stripe.gateway.ChargeReading;
import dev.quittance.stripe.gateway.FeeReading;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.ledger.Booked;
import dev.quittance.stripe.ledger.Ledger;
import dev.quittance.stripe.ledger.Place;
import dev.quittance.stripe.ledger.Posting;
import dev.quittance.stripe.ledger.PostingKind;
import dev.quittance.stripe.ledger.Postings;
import dev.quittance.stripe.ledger.Settled;
import dev.quittance.stripe.payment.Discrepancy;
import dev.quittance.stripe.payment.Payment;
import dev.quittance.stripe.payment.PaymentState;
import dev.quittance.stripe.payment.Payments;
import dev.quittance.stripe.request.Requests;
import dev.quittance.stripe.storage.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Holds each movement of Stripe's balance against the ledger, each in a transaction of its own. What nobody else books is booked here:
 * payouts, fees for no payment in particular, and the change of money that was booked in another currency. A late fee is filled in.
 * What differs is noted for a person; what agrees later is no difference any more. Safe to repeat. Thread-safe.
 */
final class Reconciliation {
    /** What belongs to a movement comes by webhook or sweep, mostly before it is listed. */
    private static final Duration ON_THE_WAY = Duration.ofHours(1);

    private static final int BATCH = 100;

    private final PluginContext context;
    private final Database database;
    private final Requests requests;
    private final Payments payments;
    private final Ledger ledger;
    private final MovementRepository movements = new MovementRepository();

    Reconciliation(PluginContext context, Database database, Requests requests, Payments payments, Ledger ledger) {
        this.context = context;
        this.database = database;
        this.requests = requests;
        this.payments = payments;
        this.ledger = ledger;
    }

    /** Looks at every movement of the account that is not settled yet, by key. */
    void look(StripeAccount account) {
        String after = "";
        boolean more = true;
        while (more) {
            String from = after;
            List<Movement> open = database.read(sql -> movements.listOpen(sql, account, from, BATCH));
            for (Movement movement : open) {
                database.inTransaction(tx -> judge(tx, account, movement));
                after = movement.id();
            }
            more = open.size() == BATCH;
        }
        payments.discrepancies().tell();
    }

    /** Notes payments that succeeded in this time and of which Stripe's balance knows nothing. */
    void lookForUnknown(StripeAccount account, Instant from, Instant to) {
        database.inTransaction(tx -> movements
                .listUnknownAtStripe(tx, account, from, to, BATCH)
                .forEach(paid -> payments.discrepancies()
                        .noteInLedger(
                                tx,
                                account.org(),
                                paid.intentId(),
                                Discrepancy.LEDGER_MISSING_AT_STRIPE,
                                "ours " + paid.amount() + ", Stripe's balance has nothing for it")));
    }

    private void judge(DSLContext tx, StripeAccount account, Movement movement) {
        Optional<Payment> payment = payment(tx, account, movement);
        Agreement found = agreement(tx, account, movement, payment);
        boolean early =
                movement.createdAt().plus(ON_THE_WAY).isAfter(context.clock().instant());
        Agreement agreement = early && found.difference().isPresent() ? Agreement.WAITING : found;
        int judged = movements.judge(tx, account, movement.id(), agreement, payment.map(Payment::paymentId));
        if (judged != 1) {
            throw new IllegalStateException("a movement is never removed: " + movement.id());
        }
        if (agreement.difference().isPresent()) {
            payments.discrepancies()
                    .noteInLedger(
                            tx,
                            account.org(),
                            movement.id(),
                            agreement.difference().get(),
                            detail(movement, payment));
        } else if (movement.agreement().difference().isPresent()) {
            int settled = payments.discrepancies().settleInLedger(tx, account.org(), movement.id());
            assert settled >= 0;
        }
    }

    private static String detail(Movement movement, Optional<Payment> payment) {
        String stripes = "Stripe's " + movement.category() + " "
                + movement.settled().gross() + ", fee " + movement.settled().fee();
        return payment.map(ours -> "ours " + ours.amount()
                        + ours.settled()
                                .map(settled -> ", settled " + settled.gross() + ", fee " + settled.fee())
                                .orElse("")
                        + "; " + stripes)
                .orElse(stripes);
    }

    private Optional<Payment> payment(DSLContext tx, StripeAccount account, Movement movement) {
        return movement.intentId().isEmpty()
                ? Optional.empty()
                : payments.findByIntent(tx, account.org(), account.stripeAccountId(), movement.intentId());
    }

    private Agreement agreement(DSLContext tx, StripeAccount account, Movement movement, Optional<Payment> payment) {
        return switch (movement.category()) {
            case "charge" ->
                payment.map(ours -> charge(tx, account, movement, ours)).orElse(unknown(movement));
            case "charge_failure" ->
                payment.map(ours -> failedDebit(tx, account, movement)).orElse(unknown(movement));
            case "refund" -> refund(tx, account, movement, payment, PostingKind.REFUND);
            case "refund_failure" -> refund(tx, account, movement, payment, PostingKind.REFUND_RETURN);
            case "dispute" -> dispute(tx, movement, payment, PostingKind.DISPUTE);
            case "dispute_reversal" -> dispute(tx, movement, payment, PostingKind.DISPUTE_RETURN);
            case "payout", "payout_reversal" -> {
                ledger.addIfNew(tx, new Postings(account.org()).payout(movement.settled()));
                yield Agreement.MATCHED;
            }
            case "fee" -> {
                ledger.addIfNew(tx, new Postings(account.org()).stripeFee(movement.settled()));
                yield Agreement.MATCHED;
            }
            default -> Agreement.OTHER;
        };
    }

    /** What the account does beside us is none of our business; what bears our marks is. */
    private static Agreement unknown(Movement movement) {
        return movement.bearsOurMarks() ? Agreement.MISSING_HERE : Agreement.OTHER;
    }

    private Agreement charge(DSLContext tx, StripeAccount account, Movement movement, Payment payment) {
        if (payment.state() != PaymentState.SUCCEEDED) {
            return payment.state() == PaymentState.FAILED ? Agreement.OTHER : Agreement.WAITING;
        }
        Settled stripes = movement.settled();
        if (payment.settled().isEmpty()) {
            payments.applyFee(tx, account.org(), account.stripeAccountId(), late(movement, payment));
        }
        Settled ours = payment.settled().orElse(stripes);
        if (!ours.gross().currency().equals(stripes.gross().currency())) {
            return Agreement.CURRENCY;
        }
        if (!ours.gross().equals(stripes.gross())) {
            return Agreement.AMOUNT;
        }
        if (!ours.fee().equals(stripes.fee())) {
            return Agreement.FEE;
        }
        return compare(ledger.findPayment(tx, account.org(), payment.paymentId()), movement);
    }

    private static ChargeReading late(Movement movement, Payment payment) {
        Settled settled = movement.settled();
        FeeReading fee = new FeeReading(
                movement.id(),
                settled.gross(),
                settled.fee(),
                settled.net(),
                settled.exchangeRate(),
                movement.availableOn());
        return new ChargeReading(
                movement.chargeId(),
                "succeeded",
                payment.amount(),
                payment.method().type(),
                payment.method().brand(),
                payment.method().last4(),
                Optional.of(payment.intentId()),
                payment.createdAt(),
                Optional.of(fee));
    }

    /** A debit that the bank refused: its two movements leave what Stripe takes for that. */
    private Agreement failedDebit(DSLContext tx, StripeAccount account, Movement movement) {
        Optional<Movement> begun = movements.findCharge(tx, account, movement.chargeId());
        begun.ifPresent(charge -> {
            Money cost = charge.net().plus(movement.net());
            Settled settled = new Settled(movement.id(), cost, Money.zero(cost.currency()), Optional.empty());
            ledger.addIfNew(tx, new Postings(account.org()).stripeFee(settled));
        });
        return begun.isPresent() ? Agreement.MATCHED : Agreement.WAITING;
    }

    private Agreement refund(
            DSLContext tx, StripeAccount account, Movement movement, Optional<Payment> payment, PostingKind kind) {
        if (payment.isEmpty()) {
            return unknown(movement);
        }
        Optional<UUID> refund = movements.findRefund(tx, account, movement.sourceId());
        Optional<Booked> booked = refund.flatMap(id -> ledger.find(tx, account.org(), kind, id.toString()));
        if (booked.isEmpty()) {
            return Agreement.MISSING_HERE;
        }
        if (!booked.get().isInAnother(movement.net().currency())) {
            return compare(booked, movement);
        }
        ledger.addIfNew(tx, changed(tx, account, movement, payment.get(), booked.get()));
        return Agreement.MATCHED;
    }

    /** A refund is booked in the payment's currency; Stripe took it from the balance in which the money lies. */
    private Posting changed(DSLContext tx, StripeAccount account, Movement movement, Payment payment, Booked booked) {
        String currency = payment.amount().currency();
        Money before = Money.of(booked.balance().getOrDefault(currency, 0L), currency);
        Place place = new Place(
                requests.lock(tx, account.org(), payment.requestId()).record(),
                payment.requestId(),
                payment.paymentId());
        return new Postings(account.org()).exchange(place, before, movement.settled());
    }

    private Agreement dispute(DSLContext tx, Movement movement, Optional<Payment> payment, PostingKind kind) {
        return payment.map(ours -> compare(ledger.findByTransaction(tx, ours.org(), kind, movement.id()), movement))
                .orElse(unknown(movement));
    }

    private static Agreement compare(Optional<Booked> booked, Movement movement) {
        if (booked.isEmpty()) {
            return Agreement.MISSING_HERE;
        }
        if (booked.get().isBalance(movement.net())) {
            return Agreement.MATCHED;
        }
        if (booked.get().isInAnother(movement.net().currency())) {
            return Agreement.CURRENCY;
        }
        return booked.get().isFee(movement.settled().fee()) ? Agreement.AMOUNT : Agreement.FEE;
    }
}
