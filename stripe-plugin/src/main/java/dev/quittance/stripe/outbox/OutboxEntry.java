package dev.quittance.stripe.outbox;

import dev.quittance.api.identity.OrgId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * An effect to leave the database once the transaction has committed. Immutable and thread-safe.
 *
 * @param org whose effect
 * @param dedupeKey names the effect: a second entry with this key is dropped, for example {@code receipt/<payment>}
 * @param kind which {@link OutboxHandler} delivers it
 * @param subjectId what it is about
 * @param detail more, as the handler reads it; may be empty; no secrets
 * @param dueAt not before, UTC
 * @param happenedAt when it happened at Stripe, UTC, of what a customer is told of money; empty of anything else
 */
public record OutboxEntry(
        OrgId org,
        String dedupeKey,
        String kind,
        UUID subjectId,
        String detail,
        Instant dueAt,
        Optional<Instant> happenedAt) {
    /** Refuses null. */
    public OutboxEntry {
        Objects.requireNonNull(org, "org");
        Objects.requireNonNull(dedupeKey, "dedupeKey");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subjectId, "subjectId");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(dueAt, "dueAt");
    }

    /** An effect about nothing that happened at Stripe. */
    public OutboxEntry(OrgId org, String dedupeKey, String kind, UUID subjectId, String detail, Instant dueAt) {
        this(org, dedupeKey, kind, subjectId, detail, dueAt, Optional.empty());
    }

    /** The same, about what happened at Stripe then, UTC. */
    public OutboxEntry happened(Instant then) {
        return new OutboxEntry(org, dedupeKey, kind, subjectId, detail, dueAt, Optional.of(then));
    }
}
