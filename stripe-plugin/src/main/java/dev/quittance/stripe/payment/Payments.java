package dev.quittance.stripe.payment;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.stripe.gateway.ChargeReading;
import dev.quittance.stripe.gateway.SessionReading;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.ledger.Ledger;
import dev.quittance.stripe.ledger.RecordBalances;
import dev.quittance.stripe.outbox.Outbox;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.Requests;
import dev.quittance.stripe.request.Timeline;
import dev.quittance.stripe.storage.Database;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * The one place where what Stripe says moves anything. A reading is compared with our own rows under the request's lock, and
 * then moves attempt, payment, request, balance, ledger, timeline and outbox in one transaction, or nothing. Webhook, return
 * page, sweep and the answer of a call all come through here, in any order and any number: what is known already changes
 * nothing. Thread-safe.
 */
public final class Payments {
    /** The outbox kind of the customer's receipt; its subject is the request. */
    public static final String RECEIPT_KIND = "receipt_mail";

    /** The outbox kind of what the office is told; its subject is the request. */
    public static final String NOTICE_KIND = "notice";

    /** The outbox kind that tells the host's books of a payment; its subject is the request. */
    public static final String SETTLEMENT_KIND = "settlement";

    /** The outbox kind of money that came twice; its subject is the request. */
    public static final String OVERPAYMENT_KIND = "overpayment";

    private final PluginContext context;
    private final Database database;
    private final Requests requests;
    private final Attempts attempts;
    private final Marks marks;
    private final Discrepancies discrepancies;
    private final Announcements announcements;
    private final Stops stops;
    private final Moves moves;
    private final PaymentRepository repository = new PaymentRepository();

    /** Payments that are booked in these books. */
    public Payments(PluginContext context, Database database, Requests requests, Attempts attempts, Books books) {
        this.context = context;
        this.database = database;
        this.requests = requests;
        this.attempts = attempts;
        this.marks = books.marks();
        this.discrepancies = new Discrepancies(context, database, books.outbox());
        this.announcements = new Announcements(context, books.outbox());
        this.stops = new Stops(context, database, requests, attempts, books.outbox());
        MoveEffects effects = new MoveEffects(books, requests, announcements, stops);
        this.moves = new Moves(context, requests, attempts, repository, effects);
    }

    /**
     * Where payments leave their traces.
     *
     * @param ledger the double entry
     * @param balances the sums of the records
     * @param timeline what happened to a request
     * @param outbox what people and plugins are told
     * @param marks by which our own is known again at Stripe
     */
    public record Books(Ledger ledger, RecordBalances balances, Timeline timeline, Outbox outbox, Marks marks) {}

    /** Applies a reading in a transaction of its own, and has the news told. Safe to repeat. */
    public Applied apply(StripeAccount account, SessionReading reading) {
        Applied applied = database.transaction(tx -> apply(tx, account.org(), account.stripeAccountId(), reading));
        tell();
        return applied;
    }

    /** Applies a reading in the caller's transaction. The caller calls {@link #tell} after its commit. Safe to repeat. */
    public Applied apply(DSLContext tx, OrgId org, String stripeAccountId, SessionReading reading) {
        if (!marks.areOurs(tx, org, reading.metadata())) {
            return Applied.foreign();
        }
        Optional<Attempt> named = marks.findAttempt(reading.metadata())
                .flatMap(id -> attempts.repository().find(tx, org, id));
        if (named.isEmpty()) {
            marks.lost(tx, org, reading.metadata(), reading.createdAt());
            return quarantine(
                    tx, org, reading.id(), Optional.empty(), new Difference("unknown_attempt", "no such attempt here"));
        }
        PaymentRequest request = requests.lock(tx, org, named.get().requestId());
        Attempt attempt = attempts.repository()
                .find(tx, org, named.get().attemptId())
                .orElseThrow(() -> new IllegalStateException("an attempt is never removed"));
        Optional<Difference> difference = Difference.find(attempt, stripeAccountId, reading);
        if (difference.isPresent()) {
            return quarantine(tx, org, reading.id(), Optional.of(request.requestId()), difference.get());
        }
        return moves.move(tx, request, attempt, reading) ? Applied.moved() : Applied.known();
    }

    /** By what our own is known again at Stripe. */
    public Marks marks() {
        return marks;
    }

    /** Where Stripe and we disagree. */
    public Discrepancies discrepancies() {
        return discrepancies;
    }

    /**
     * Books money that came at Stripe for nobody here on a request that a person chose, in a transaction of its own. It must be paid,
     * and come to just what the request asks for. Safe to repeat.
     *
     * @param account where it was read
     * @param decision who says so and why
     * @return whether it was booked
     */
    public boolean attach(
            StripeAccount account,
            SessionReading reading,
            UUID discrepancyId,
            UUID requestId,
            Discrepancies.Decided decision) {
        boolean booked = database.transaction(tx -> {
            PaymentRequest request = requests.lock(tx, account.org(), requestId);
            boolean fits = Verdict.of(reading) == Verdict.SUCCEEDED
                    && request.amount().equals(reading.amountTotal())
                    && reading.livemode() == account.livemode();
            if (!fits || !discrepancies.resolve(tx, account.org(), discrepancyId, Discrepancies.ATTACHED, decision)) {
                return false;
            }
            Attempt adopted = Adoption.of(context, account, request);
            attempts.repository().add(tx, adopted);
            requests.note(tx, request, "attached", decision.by());
            return moves.move(tx, request, adopted, reading);
        });
        tell();
        return booked;
    }

    /** Books the fee of a payment that is known, in the caller's transaction. False if no payment is known for the charge. */
    public boolean applyFee(DSLContext tx, OrgId org, String stripeAccountId, ChargeReading charge) {
        Optional<Payment> known =
                charge.intentId().flatMap(intentId -> repository.findByIntent(tx, org, stripeAccountId, intentId));
        known.ifPresent(payment -> {
            PaymentRequest request = requests.lock(tx, org, payment.requestId());
            repository.find(tx, org, payment.paymentId()).ifPresent(now -> moves.feeIfThere(tx, request, now, charge));
        });
        return known.isPresent();
    }

    /** Books the fee of a payment that is known. */
    public void applyFee(StripeAccount account, ChargeReading charge) {
        database.inTransaction(tx -> applyFee(tx, account.org(), account.stripeAccountId(), charge));
    }

    /** Ends an attempt for which there is no session, so that the customer can start another. Safe to repeat. */
    public void abandon(DSLContext tx, OrgId org, UUID attemptId, String reason) {
        attempts.repository().find(tx, org, attemptId).ifPresent(named -> {
            PaymentRequest request = requests.lock(tx, org, named.requestId());
            attempts.repository()
                    .find(tx, org, attemptId)
                    .filter(attempt -> attempt.state().canBecome(AttemptState.ABANDONED))
                    .ifPresent(attempt -> moves.abandon(tx, request, attempt, reason));
        });
    }

    /** What stops requests of these payments. */
    public Stops stops() {
        return stops;
    }

    /** Has what was decided told soon; after commit. */
    public void tell() {
        announcements.nudge();
    }

    /** The payment, or empty if this organisation has none by that id. */
    public Optional<Payment> find(OrgId org, UUID paymentId) {
        return database.read(db -> repository.find(db, org, paymentId));
    }

    /** The payment in the caller's transaction, or empty if this organisation has none by that id. */
    public Optional<Payment> find(DSLContext tx, OrgId org, UUID paymentId) {
        return repository.find(tx, org, paymentId);
    }

    /**
     * Changes what of a payment was given back, in the caller's transaction, which holds the request's lock.
     *
     * @param delta in the payment's currency; negative where it came back
     */
    public void addRefunded(DSLContext tx, Payment payment, Money delta) {
        repository.addRefunded(tx, payment, delta);
    }

    /**
     * Changes what of a payment a bank has taken back, in the caller's transaction, which holds the request's lock.
     *
     * @param delta in the payment's currency; negative where it came back
     */
    public void addDisputed(DSLContext tx, Payment payment, Money delta) {
        repository.addDisputed(tx, payment, delta);
    }

    /** The payment of an intent in the caller's transaction, or empty if this organisation has none. */
    public Optional<Payment> findByIntent(DSLContext tx, OrgId org, String stripeAccountId, String intentId) {
        return repository.findByIntent(tx, org, stripeAccountId, intentId);
    }

    /** The payment of an intent, or empty if this organisation has none. */
    public Optional<Payment> findByIntent(OrgId org, String stripeAccountId, String intentId) {
        return database.read(db -> repository.findByIntent(db, org, stripeAccountId, intentId));
    }

    /** The payments of these requests, oldest first. */
    public List<Payment> list(OrgId org, List<UUID> requestIds) {
        return requestIds.isEmpty() ? List.of() : database.read(db -> repository.list(db, org, requestIds));
    }

    /** When what came of these payments is expected at the bank, at 00:00 UTC of that day, where it is in a payout already. */
    Map<UUID, Instant> listArrivals(OrgId org, Collection<UUID> paymentIds) {
        return paymentIds.isEmpty() ? Map.of() : database.read(db -> repository.listArrivals(db, org, paymentIds));
    }

    /** Those of all organisations whose fee is to be looked for by now, longest due first. */
    public List<Payment> listDue(int limit) {
        Instant now = context.clock().instant();
        return database.read(db -> repository.listDue(db, now, limit));
    }

    /** Puts the next look for the fee off as the payment's age asks. */
    public void postpone(Payment payment) {
        Instant next = CheckSchedule.next(payment.createdAt(), context.clock().instant());
        database.inTransaction(tx -> repository.postpone(tx, payment.org(), payment.paymentId(), next));
    }

    private Applied quarantine(
            DSLContext tx, OrgId org, String stripeObjectId, Optional<UUID> requestId, Difference difference) {
        discrepancies.addIfNew(tx, org, stripeObjectId, requestId, difference);
        return Applied.quarantined(difference.kind());
    }
}
