package dev.quittance.stripe.dispute;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.gateway.DisputeReading;
import dev.quittance.stripe.payment.Payment;
import dev.quittance.stripe.payment.Payments;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.Requests;
import dev.quittance.stripe.storage.Database;
import dev.quittance.stripe.webhook.Handled;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * The one place where what Stripe says of disputes moves anything: under the request's lock, in one transaction, or nothing. Events and
 * the sweep come through here, in any order and any number. Thread-safe.
 */
public final class DisputeBooks {
    private final PluginContext context;
    private final Database database;
    private final Requests requests;
    private final Payments payments;
    private final DisputeMoves moves;
    private final DisputeRepository repository = new DisputeRepository();

    /** Disputes of these payments, in these books. */
    public DisputeBooks(
            PluginContext context, Database database, Requests requests, Payments payments, Payments.Books books) {
        this.context = context;
        this.database = database;
        this.requests = requests;
        this.payments = payments;
        this.moves = new DisputeMoves(context, requests, payments, books, repository);
    }

    /** The dispute, or empty if this organisation has none by that id. */
    public Optional<Dispute> find(OrgId org, UUID disputeId) {
        return database.read(sql -> repository.find(sql, org, disputeId));
    }

    /** What Stripe took or gave back, or empty if this organisation has no such movement. */
    public Optional<Movement> findMovement(OrgId org, UUID movementId) {
        return database.read(sql -> repository.findMovement(sql, org, movementId));
    }

    /** The disputes of these requests, newest first, from the one after the given id on. */
    List<Dispute> list(OrgId org, Collection<UUID> requestIds, Optional<UUID> after, int limit) {
        return requestIds.isEmpty()
                ? List.of()
                : database.read(sql -> repository.list(sql, org, requestIds, after, limit));
    }

    /** The disputes of an organisation, newest first, from the one after the given id on. */
    List<Dispute> list(OrgId org, Optional<UUID> after, int limit) {
        return database.read(sql -> repository.list(sql, org, after, limit));
    }

    /** What Stripe took for these disputes and gave back, in order. */
    List<Movement> listMovements(OrgId org, Collection<UUID> disputeIds) {
        return disputeIds.isEmpty() ? List.of() : database.read(sql -> repository.listMovements(sql, org, disputeIds));
    }

    /** Applies a reading in the caller's transaction. The caller calls {@link Payments#tell} after its commit. Safe to repeat. */
    Handled apply(DSLContext tx, OrgId org, String stripeAccountId, DisputeReading reading) {
        Optional<Payment> seen =
                reading.intentId().flatMap(intent -> payments.findByIntent(tx, org, stripeAccountId, intent));
        if (seen.isEmpty()) {
            return Handled.ignored("a dispute of no payment here");
        }
        PaymentRequest request = requests.lock(tx, org, seen.get().requestId());
        Payment payment = payments.find(tx, org, seen.get().paymentId())
                .orElseThrow(() -> new IllegalStateException("a payment is never removed"));
        boolean fits = reading.amount().currency().equals(payment.amount().currency())
                && reading.livemode() == payment.place().livemode();
        Optional<Dispute> known = repository.findAtStripe(tx, org, stripeAccountId, reading.id());
        if (!fits
                || known.filter(one -> !one.paymentId().equals(payment.paymentId()))
                        .isPresent()) {
            return Handled.quarantined("dispute_differs");
        }
        DisputeMoves.Place place = new DisputeMoves.Place(request, payment);
        if (known.isPresent()) {
            moves.move(tx, place, known.get(), reading);
        } else {
            moves.open(tx, place, found(payment, reading), reading);
        }
        return Handled.applied();
    }

    private Dispute found(Payment payment, DisputeReading reading) {
        DisputeState state = DisputeState.of(reading.status());
        return new Dispute(
                payment.org(),
                context.ids().next(),
                payment.paymentId(),
                payment.requestId(),
                new Dispute.Place(payment.place().stripeAccountId(), reading.id(), reading.livemode()),
                reading.amount(),
                state,
                reading.reason(),
                reading.dueBy(),
                reading.openedAt(),
                state.isOver() ? Optional.of(context.clock().instant()) : Optional.empty(),
                0);
    }
}
