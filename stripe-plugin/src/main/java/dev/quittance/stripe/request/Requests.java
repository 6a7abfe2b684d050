package dev.quittance.stripe.request;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.payment.Objection;
import dev.quittance.api.payment.PaymentDraft;
import dev.quittance.api.payment.PaymentEvent;
import dev.quittance.api.record.RecordRef;
import dev.quittance.stripe.ledger.BalanceChange;
import dev.quittance.stripe.ledger.RecordBalances;
import dev.quittance.stripe.outbox.Outbox;
import dev.quittance.stripe.outbox.OutboxEntry;
import dev.quittance.stripe.storage.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * The payment requests. Asking calls the hooks and the database, never Stripe, so it works while Stripe is down. A request's
 * state changes only through {@link #move}, in a transaction that holds the request's lock; the record's balance follows in the
 * same transaction. Thread-safe.
 */
public final class Requests {
    /** The outbox kind of the mail that asks the customer; its subject is the request. */
    public static final String MAIL_KIND = "request_mail";

    /** The detail of such a mail when it tells that the amount has changed. */
    public static final String CHANGED = "changed";

    /** The outbox kind of what other plugins are told; its subject is the request, its detail the event's kind. */
    public static final String EVENT_KIND = "payment_event";

    /** The same ask within a day is more often a second click than a second ask. */
    private static final Duration TWIN_WINDOW = Duration.ofHours(24);

    private final PluginContext context;
    private final Database database;
    private final Outbox outbox;
    private final RecordSums sums;
    private final PayLinks links;
    private final Timeline timeline;
    private final RequestRepository repository = new RequestRepository();

    /** Requests in this database. */
    public Requests(
            PluginContext context, Database database, Outbox outbox, RecordBalances balances, Timeline timeline) {
        this.context = context;
        this.database = database;
        this.outbox = outbox;
        this.sums = new RecordSums(balances, outbox, context.clock());
        this.timeline = timeline;
        this.links = new PayLinks(context, database);
    }

    /** The addresses of the requests. */
    public PayLinks links() {
        return links;
    }

    /** The request, or empty if this organisation has none by that id. */
    public Optional<PaymentRequest> find(OrgId org, UUID requestId) {
        return database.read(db -> repository.find(db, org, requestId));
    }

    /** The requests for a record, newest first, from the one after the given id on. */
    public List<PaymentRequest> list(OrgId org, RecordRef record, Optional<UUID> after, int limit) {
        return list(org, List.of(record), after, limit);
    }

    /** The requests for any of these records, newest first, from the one after the given id on. */
    public List<PaymentRequest> list(OrgId org, List<RecordRef> records, Optional<UUID> after, int limit) {
        return database.read(db -> repository.list(db, org, records, after, limit));
    }

    /** Those of these records that are open or on their way, and not stopped yet; oldest first. */
    public List<UUID> listRunning(OrgId org, List<RecordRef> records) {
        return database.read(db -> repository.listRunning(db, org, records));
    }

    /**
     * Those of these records that somebody can cancel: open, not stopped, and not the one behind a document's link; oldest first.
     */
    public List<PaymentRequest> listCancelable(OrgId org, List<RecordRef> records) {
        return database.read(db -> repository.listCancelable(db, org, records));
    }

    /** Those that ask for just this amount and are not paid; the newest first, at most 20. */
    public List<PaymentRequest> listUnpaid(OrgId org, Money amount) {
        return database.read(db -> repository.listUnpaid(db, org, amount));
    }

    /** The requests of a client, whatever their state; oldest first. */
    public List<UUID> listOfClient(OrgId org, String clientId) {
        return database.read(db -> repository.listOfClient(db, org, clientId));
    }

    /** Notes that nobody may begin to pay a locked request any more, and whose doing that is. */
    public PaymentRequest stop(DSLContext tx, PaymentRequest locked, StopReason reason, String by) {
        timeline.add(tx, locked, "stopped", by, reason.code());
        return repository.save(tx, locked.stoppedBy(reason));
    }

    /** Notes what a locked request is to ask for, and whose doing that is; until then nobody may begin to pay it. */
    public PaymentRequest plan(DSLContext tx, PaymentRequest locked, Money next, String by) {
        timeline.add(tx, locked, "amount_changing", by, locked.amount() + " " + next);
        return repository.save(tx, locked.changing(next));
    }

    /** Has a locked request ask for what was planned; the record's balance follows, and the customer is told. */
    public PaymentRequest change(DSLContext tx, PaymentRequest locked) {
        PaymentRequest changed = locked.changed();
        sums.change(tx, locked, owed(changed).and(negated(owed(locked))), Long.toString(locked.version()));
        timeline.add(tx, changed, "amount_changed", TimelineEntry.SYSTEM, locked.amount() + " " + changed.amount());
        due(tx, changed, MAIL_KIND, MAIL_KIND + "/" + changed.requestId() + "/" + locked.version(), CHANGED);
        return repository.save(tx, changed);
    }

    /** Gives a locked request to another client, or another address, and leaves everything else as it was. */
    public void address(DSLContext tx, PaymentRequest locked, Recipient recipient) {
        PaymentRequest addressed = repository.save(tx, locked.to(recipient));
        timeline.add(tx, addressed, "readdressed", TimelineEntry.SYSTEM, "");
    }

    /** Writes what happened to a request into its timeline. */
    public void note(DSLContext tx, PaymentRequest request, String kind, String actor) {
        timeline.add(tx, request, kind, actor, "");
    }

    /** The sums of the records. */
    public RecordSums sums() {
        return sums;
    }

    /**
     * The request as it is now, kept from others until the caller's transaction ends.
     *
     * @throws IllegalArgumentException if this organisation has none by that id
     */
    public PaymentRequest lock(DSLContext tx, OrgId org, UUID requestId) {
        return repository
                .lock(tx, org, requestId)
                .orElseThrow(() -> new IllegalArgumentException("no request " + requestId));
    }

    /**
     * Moves a locked request on and the record's balance with it. What the record has been paid is the payment's to change.
     *
     * @throws IllegalStateException if the state may not follow the one it is in
     */
    public PaymentRequest move(DSLContext tx, PaymentRequest locked, RequestState next) {
        if (!locked.state().canBecome(next)) {
            throw new IllegalStateException(locked.requestId() + ": " + locked.state() + " to " + next);
        }
        Optional<Instant> paidAt =
                next == RequestState.PAID ? Optional.of(context.clock().instant()) : Optional.empty();
        PaymentRequest moved = locked.in(next, paidAt);
        BalanceChange change = owed(moved).and(negated(owed(locked)));
        sums.change(tx, locked, change, Long.toString(locked.version()));
        return repository.save(tx, moved);
    }

    /** Notes that the customer went on to pay; the first time counts. */
    public PaymentRequest view(DSLContext tx, PaymentRequest locked) {
        if (locked.viewedAt().isPresent()) {
            return locked;
        }
        timeline.add(tx, locked, "viewed", TimelineEntry.CUSTOMER, "");
        return repository.save(tx, locked.viewed(context.clock().instant()));
    }

    /** The request that a submission made, if it made one. */
    Optional<PaymentRequest> findSubmitted(OrgId org, String submissionKey) {
        return database.read(db -> repository.findSubmitted(db, org, submissionKey));
    }

    /** When the same was last asked for on this record, if it is on its way, or open and that was less than a day ago. */
    Optional<Instant> findTwin(OrgId org, RecordRef record, RequestTerms terms) {
        Instant after = context.clock().instant().minus(TWIN_WINDOW);
        return database.read(db -> repository.findTwin(db, org, record, terms, after));
    }

    /** The SQL, for what else reads requests within this feature. */
    RequestRepository repository() {
        return repository;
    }

    /** Stores fresh requests, all together, or finds what the same submission stored before. */
    interface Storing {
        List<PaymentRequest> store(DSLContext tx, List<PaymentRequest> fresh);
    }

    /**
     * Asks the customer: contribute, freeze, check, store. Safe to repeat with the same submission key. Never inside a
     * transaction.
     */
    Asked ask(OrgId org, Ask ask) {
        return ask(org, List.of(ask), (tx, fresh) -> List.of(store(tx, fresh.get(0), ask)));
    }

    /**
     * Asks several customers at once on one record, all of them or nobody: contribute, freeze, check each, then store. Safe to
     * repeat with the same submission keys. Never inside a transaction.
     */
    Asked ask(OrgId org, List<Ask> asks, Storing storing) {
        List<PaymentRequest> fresh = new ArrayList<>();
        Set<Objection> objections = new LinkedHashSet<>();
        for (Ask ask : asks) {
            PaymentDraft frozen = context.paymentHooks().contribute(draft(org, ask));
            objections.addAll(context.paymentHooks().check(frozen));
            fresh.add(newRequest(org, ask, frozen));
        }
        if (!objections.isEmpty()) {
            return new Asked.Objected(List.copyOf(objections));
        }
        Turn turn = asks.get(0).turn();
        List<PaymentRequest> stored =
                database.transaction(tx -> sums.take(tx, org, turn) ? storing.store(tx, fresh) : List.of());
        if (stored.isEmpty()) {
            return new Asked.Overtaken();
        }
        outbox.nudge();
        return new Asked.Sent(stored);
    }

    static PaymentDraft draft(OrgId org, Ask ask) {
        return PaymentDraft.of(
                        org,
                        ask.record(),
                        ask.recipient().clientId(),
                        ask.terms().amount())
                .withTerms(ask.terms().type().code(), ask.terms().description(), ask.requestedBy());
    }

    /** Stores a request that nobody is sent, behind a record's link; false if another one is there. */
    boolean addStanding(DSLContext tx, PaymentRequest request, String standingKey) {
        String submissionKey = "standing/" + request.requestId();
        boolean added = repository.addIfNew(tx, request, submissionKey, Optional.of(standingKey));
        if (added) {
            timeline.add(tx, request, "standing", TimelineEntry.SYSTEM, "");
        }
        return added;
    }

    PaymentRequest newRequest(OrgId org, Ask ask, PaymentDraft frozen) {
        return new PaymentRequest(
                org,
                context.ids().next(),
                ask.record(),
                ask.recordName(),
                ask.recipient(),
                ask.terms().type(),
                ask.terms().percent(),
                ask.terms().amount(),
                ask.terms().description(),
                RequestState.OPEN,
                frozen.metadata(),
                frozen.receiptLines(),
                ask.requestedBy(),
                context.clock().instant(),
                Optional.empty(),
                Optional.empty(),
                ask.projectId(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    /** Stores it with everything that follows from it; gives back what the same submission stored before, if it did. */
    PaymentRequest store(DSLContext tx, PaymentRequest request, Ask ask) {
        if (!repository.addIfNew(tx, request, ask.submissionKey())) {
            return repository
                    .findSubmitted(tx, request.org(), ask.submissionKey())
                    .orElseThrow(() -> new IllegalStateException("stored by somebody else, and yet not there"));
        }
        links.add(tx, request.org(), request.requestId());
        sums.change(tx, request, BalanceChange.requested(request.amount()), "new");
        timeline.add(tx, request, "requested", request.requestedBy(), "");
        due(tx, request, MAIL_KIND, MAIL_KIND + "/" + request.requestId(), "");
        due(tx, request, EVENT_KIND, "event/requested/" + request.requestId(), PaymentEvent.REQUESTED);
        return request;
    }

    private void due(DSLContext tx, PaymentRequest request, String kind, String dedupeKey, String detail) {
        outbox.addIfNew(
                tx,
                new OutboxEntry(
                        request.org(),
                        dedupeKey,
                        kind,
                        request.requestId(),
                        detail,
                        context.clock().instant()));
    }

    /** What a request counts for in its record's balance, apart from what was paid. */
    private static BalanceChange owed(PaymentRequest request) {
        Money nothing = Money.zero(request.amount().currency());
        return switch (request.state()) {
            // What stands behind an invoice's link was asked for by the invoice itself.
            case OPEN -> BalanceChange.requested(request.type() == RequestType.INVOICE ? nothing : request.amount());
            case PROCESSING -> BalanceChange.processing(request.amount());
            case DRAFT, PARTLY_PAID, PAID, EXPIRED, CANCELED, CLOSED -> BalanceChange.requested(nothing);
        };
    }

    private static BalanceChange negated(BalanceChange change) {
        return new BalanceChange(
                change.requested().negated(),
                change.processing().negated(),
                change.paid().negated(),
                change.refunded().negated(),
                change.disputed().negated(),
                change.waived().negated());
    }
}
