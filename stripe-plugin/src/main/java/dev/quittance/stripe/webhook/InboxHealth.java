package dev.quittance.stripe.webhook;

import dev.quittance.stripe.storage.Backlog;
import java.time.Instant;
import java.util.Optional;

/**
 * How the events of one endpoint fare. Immutable and thread-safe.
 *
 * @param lastVerified when Stripe last told us something authentic, UTC
 * @param lastApplied when an event was last taken in, UTC
 * @param waiting events that are stored and not taken in yet
 * @param foundByLooking events of the last day of which Stripe did not tell us, counted as far as a backlog is
 * @param toldByStripe events of the last day of which Stripe told us, counted as far as a backlog is
 * @param rejected deliveries that were not believed, ever
 * @param lastRejected when the last of them came, UTC
 */
public record InboxHealth(
        Optional<Instant> lastVerified,
        Optional<Instant> lastApplied,
        Backlog waiting,
        long foundByLooking,
        long toldByStripe,
        long rejected,
        Optional<Instant> lastRejected) {}
