package dev.quittance.stripe.outbox;

import dev.quittance.api.identity.OrgId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An effect that is being delivered. Immutable and thread-safe.
 *
 * @param org whose effect
 * @param outboxId names the row; the same for every try, so it serves as a key towards the other side
 * @param dedupeKey names the effect
 * @param kind which handler
 * @param subjectId what it is about
 * @param detail more, as written with the entry
 * @param tries which try this is, from 1
 * @param createdAt when it was decided, UTC
 * @param happenedAt when it happened at Stripe, UTC; empty unless a customer is told of money
 */
public record OutboxRow(
        OrgId org,
        UUID outboxId,
        String dedupeKey,
        String kind,
        UUID subjectId,
        String detail,
        int tries,
        Instant createdAt,
        Optional<Instant> happenedAt) {}
