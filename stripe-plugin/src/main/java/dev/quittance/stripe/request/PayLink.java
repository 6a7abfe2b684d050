package dev.quittance.stripe.request;

import dev.quittance.api.identity.OrgId;
import java.util.UUID;

/**
 * What a pay address stands for. Immutable.
 *
 * @param org whose request
 * @param requestId which
 */
public record PayLink(OrgId org, UUID requestId) {}
