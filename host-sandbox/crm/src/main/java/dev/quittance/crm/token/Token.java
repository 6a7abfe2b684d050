package dev.quittance.crm.token;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A token as its owner sees it; the token itself is kept nowhere.
 *
 * @param id unique within the organisation
 * @param name what its owner calls it
 * @param createdAt when it was made
 * @param lastUsedAt when a program last came in with it, to the minute
 */
public record Token(UUID id, String name, Instant createdAt, Optional<Instant> lastUsedAt) {}
