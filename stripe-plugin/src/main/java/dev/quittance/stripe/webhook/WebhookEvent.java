package dev.quittance.stripe.webhook;

import dev.quittance.api.identity.OrgId;
import java.time.Instant;

/**
 * An authentic event of Stripe: a hint to look again, never a source of amounts or states. Immutable and thread-safe.
 *
 * @param org whose event
 * @param endpointId the address it came to
 * @param eventId {@code evt_…}
 * @param type for example {@code checkout.session.completed}
 * @param objectId the object to read again
 * @param stripeAccountId the endpoint's account
 * @param livemode the endpoint's mode
 * @param receivedAt when it was stored, UTC
 * @param tries which try this is, from 1
 */
public record WebhookEvent(
        OrgId org,
        String endpointId,
        String eventId,
        String type,
        String objectId,
        String stripeAccountId,
        boolean livemode,
        Instant receivedAt,
        int tries) {}
