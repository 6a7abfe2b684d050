package dev.quittance.api.host;

import dev.quittance.api.ImplementedByPlugin;
import org.pf4j.ExtensionPoint;

/**
 * Told which of the plugin's own mails came back: at least once, in the order in which the host learned of it. A listener that throws is
 * told the same again later, and nothing after it until then. Must be thread-safe and idempotent by {@link MailReturn#eventId()}.
 */
@ImplementedByPlugin
public interface MailReturnListener extends ExtensionPoint {
    /** A mail came back. It may be told before {@link Mail#send} has returned. Not called within a transaction. */
    void returned(MailReturn mail);
}
