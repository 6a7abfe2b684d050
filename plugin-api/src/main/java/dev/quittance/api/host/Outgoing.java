package dev.quittance.api.host;

import dev.quittance.api.ImplementedByHost;

/**
 * HTTP to the origins that the manifest declares under egress. No redirects, no retries, no cookies. Thread-safe. Never call it
 * inside a transaction.
 */
@ImplementedByHost
public interface Outgoing {
    /**
     * Sends once and waits for the answer.
     *
     * @return the answer, whatever its status
     * @throws OutgoingException if there was no whole answer
     */
    OutgoingResponse send(OutgoingRequest request) throws OutgoingException;
}
