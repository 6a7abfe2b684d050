package dev.quittance.stripe.letter;

import dev.quittance.api.identity.OrgId;
import java.time.Instant;
import java.util.UUID;

/**
 * A mail about a request, and what became of it. Immutable and thread-safe.
 *
 * @param org in whose name
 * @param key the mail's key towards the host
 * @param requestId what it is about
 * @param kind {@link #REQUEST} or {@link #RECEIPT}
 * @param state what a mail server has said
 * @param reason why it was refused or came back; without an address; empty for handed over
 * @param changedAt since when, UTC
 */
public record Letter(
        OrgId org, String key, UUID requestId, String kind, LetterState state, String reason, Instant changedAt) {
    /** It asks for a payment. */
    public static final String REQUEST = "request";
    /** It confirms one. */
    public static final String RECEIPT = "receipt";
}
