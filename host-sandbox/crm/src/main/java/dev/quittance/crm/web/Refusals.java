package dev.quittance.crm.web;

import java.util.Optional;

/** Pages that say that something does not work, without detail. Must be thread-safe. */
public interface Refusals {
    /**
     * The page for a status.
     *
     * @param exchange the request
     * @param status 400, 403, 404, 405 or 500
     * @param reference by which the log can be searched; empty if nothing was logged
     */
    Reply refuse(Exchange exchange, int status, Optional<String> reference);
}
