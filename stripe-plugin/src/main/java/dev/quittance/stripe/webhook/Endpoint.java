package dev.quittance.stripe.webhook;

import dev.quittance.api.host.Sealed;
import dev.quittance.api.identity.OrgId;
import java.util.List;

/**
 * What an address stands for. Immutable and thread-safe.
 *
 * @param org whose events come to it
 * @param endpointId the last part of the address
 * @param stripeAccountId whose events
 * @param livemode real money or not
 * @param secrets the signing secrets in force, at most two; none if there is none yet
 */
record Endpoint(OrgId org, String endpointId, String stripeAccountId, boolean livemode, List<Sealed> secrets) {
    Endpoint {
        secrets = List.copyOf(secrets);
    }
}
