package dev.quittance.stripe.payment;

import dev.quittance.api.host.Sealed;
import java.time.Instant;
import java.util.Optional;

/**
 * The Checkout Session of an attempt. Immutable.
 *
 * @param sessionId {@code cs_…}
 * @param sealedUrl where the customer pays, sealed; empty once it leads nowhere
 * @param expiresAt when it closes by itself, UTC
 */
public record HostedSession(String sessionId, Optional<Sealed> sealedUrl, Optional<Instant> expiresAt) {}
