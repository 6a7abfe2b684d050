package dev.quittance.stripe.audit;

import dev.quittance.api.identity.OrgId;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that somebody did. Immutable and thread-safe.
 *
 * @param org whose
 * @param entryId names it; ids rise with time
 * @param action what, as a stable code
 * @param actor the user's id
 * @param subject what it was done to
 * @param detail more, without names or addresses of people, and without secrets; may be empty
 * @param happenedAt when, UTC, to the microsecond
 */
public record AuditEntry(
        OrgId org, UUID entryId, String action, String actor, String subject, String detail, Instant happenedAt) {}
