package dev.quittance.stripe.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * An effect that could not leave and is not tried any more, until a person decides. Immutable and thread-safe.
 *
 * @param outboxId names it
 * @param kind which handler was to deliver it
 * @param reason why it could not leave, for staff; without addresses or secrets
 * @param tries how often it was tried
 * @param decidedAt when it was decided, UTC
 * @param failedAt when it was given up, UTC
 */
public record DeadLetter(UUID outboxId, String kind, String reason, int tries, Instant decidedAt, Instant failedAt) {}
