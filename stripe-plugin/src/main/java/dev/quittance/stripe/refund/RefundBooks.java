package dev.quittance.stripe.refund;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.gateway.RefundReading;
import dev.quittance.stripe.operation.Operation;
import dev.quittance.stripe.payment.Marks;
import dev.quittance.stripe.payment.Payment;
import dev.quittance.stripe.payment.Payments;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.Requests;
import dev.quittance.stripe.request.TimelineEntry;
import dev.quittance.stripe.storage.Database;
import dev.quittance.stripe.webhook.Handled;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * The one place where what Stripe says of refunds moves anything: under the request's lock, in one transaction, or nothing. The answer
 * of a call, an event and the sweep all come through here, in any order and any number. Thread-safe.
 */
public final class RefundBooks {
    static final String MARK = "q_refund";

    private final PluginContext context;
    private final Database database;
    private final Requests requests;
    private final Payments payments;
    private final Marks marks;
    private final RefundMoves moves;
    private final RefundRepository repository = new RefundRepository();

    /** Refunds of these payments, in these books. */
    public RefundBooks(
            PluginContext context, Database database, Requests requests, Payments payments, Payments.Books books) {
        this.context = context;
        this.database = database;
        this.requests = requests;
        this.payments = payments;
        this.marks = payments.marks();
        this.moves = new RefundMoves(context, requests, payments, books, repository);
    }

    /** The refund, or empty if this organisation has none by that id. */
    public Optional<Refund> find(OrgId org, UUID refundId) {
        return database.read(sql -> repository.find(sql, org, refundId));
    }

    /** The refunds of these requests, oldest first. */
    public List<Refund> list(OrgId org, Collection<UUID> requestIds) {
        return requestIds.isEmpty() ? List.of() : database.read(sql -> repository.list(sql, org, requestIds));
    }

    /** The refunds of these requests, newest first, from the one after the given id on. */
    List<Refund> page(OrgId org, Collection<UUID> requestIds, Optional<UUID> after, int limit) {
        return requestIds.isEmpty()
                ? List.of()
                : database.read(sql -> repository.page(sql, org, requestIds, after, limit));
    }

    /** Applies a reading in the caller's transaction. The caller calls {@link Payments#tell} after its commit. Safe to repeat. */
    public Handled apply(DSLContext tx, OrgId org, String stripeAccountId, RefundReading reading) {
        Optional<Payment> seen =
                reading.intentId().flatMap(intent -> payments.findByIntent(tx, org, stripeAccountId, intent));
        if (seen.isEmpty()) {
            return Handled.ignored("a refund of no payment here");
        }
        PaymentRequest request = requests.lock(tx, org, seen.get().requestId());
        Payment payment = payments.find(tx, org, seen.get().paymentId())
                .orElseThrow(() -> new IllegalStateException("a payment is never removed"));
        if (!reading.amount().currency().equals(payment.amount().currency())) {
            return Handled.quarantined("refund_currency_differs");
        }
        Optional<UUID> named = ourId(tx, org, reading);
        Optional<Refund> known = known(tx, payment, reading, named);
        if (known.isEmpty()) {
            named.ifPresent(id -> marks.lostRefund(tx, org, id, reading.createdAt()));
        }
        if (known.filter(refund -> !fits(refund, payment, reading)).isPresent()) {
            return Handled.quarantined("refund_differs");
        }
        Refund refund = known.orElseGet(() -> foundAtStripe(tx, request, payment, reading));
        moves.move(tx, new RefundMoves.Place(request, payment), refund, reading);
        return Handled.applied();
    }

    /** Lets go of what was set aside: Stripe would not do it, or never did. Safe to repeat. */
    void refused(DSLContext tx, Operation operation) {
        repository.find(tx, operation.org(), operation.subjectId()).ifPresent(seen -> {
            PaymentRequest request = requests.lock(tx, seen.org(), seen.requestId());
            repository
                    .find(tx, seen.org(), seen.refundId())
                    .filter(refund -> refund.state() == RefundState.RESERVED)
                    .ifPresent(refund -> moves.refused(tx, request, refund, operation.errorCode()));
        });
    }

    /** Writes a refund that is only set aside, in the caller's transaction, which holds the request's lock. */
    void reserve(DSLContext tx, PaymentRequest request, Refund refund, String submissionKey) {
        repository.add(tx, refund, submissionKey);
        moves.reserved(tx, request, refund);
    }

    RefundRepository repository() {
        return repository;
    }

    /** By Stripe's name for it; else ours, whose answer did not arrive yet. */
    private Optional<Refund> known(DSLContext tx, Payment payment, RefundReading reading, Optional<UUID> named) {
        return repository
                .findAtStripe(tx, payment.org(), payment.place().stripeAccountId(), reading.id())
                .or(() -> named.flatMap(id -> repository.find(tx, payment.org(), id)));
    }

    private Optional<UUID> ourId(DSLContext tx, OrgId org, RefundReading reading) {
        String value = reading.metadata().getOrDefault(MARK, "");
        try {
            return marks.areOurs(tx, org, reading.metadata()) ? Optional.of(UUID.fromString(value)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean fits(Refund refund, Payment payment, RefundReading reading) {
        return refund.paymentId().equals(payment.paymentId())
                && refund.amount().equals(reading.amount())
                && refund.stripeRefundId()
                        .filter(id -> !id.equals(reading.id()))
                        .isEmpty();
    }

    private Refund foundAtStripe(DSLContext tx, PaymentRequest request, Payment payment, RefundReading reading) {
        RefundReason reason = RefundReason.find(reading.reason()).orElse(RefundReason.OTHER);
        Instant now = context.clock().instant();
        Refund refund = new Refund(
                payment.org(),
                context.ids().next(),
                payment.paymentId(),
                payment.requestId(),
                Optional.empty(),
                payment.place().stripeAccountId(),
                Optional.of(reading.id()),
                reading.amount(),
                RefundState.RESERVED,
                new RefundTerms(RefundSource.STRIPE, reason, reason.isOwedAgain(payment), "", TimelineEntry.STRIPE, ""),
                "",
                now,
                Optional.empty(),
                0);
        repository.add(tx, refund, null);
        moves.reserved(tx, request, refund);
        return refund;
    }
}
