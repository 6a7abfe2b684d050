package dev.quittance.stripe.outbox;

import dev.quittance.api.identity.OrgId;
import java.time.Instant;
import java.util.Objects;
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
 */
public record OutboxEntry(OrgId org, String dedupeKey, String kind, UUID subjectId, String detail, Instant dueAt) {
    /** Refuses null. */
    public OutboxEntry {
        Objects.requireNonNull(org, "org");
        Objects.requireNonNull(dedupeKey, "dedupeKey");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subjectId, "subjectId");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(dueAt, "dueAt");
    }
}
