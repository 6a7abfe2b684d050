package dev.quittance.api.host;

import dev.quittance.api.ImplementedByHost;

/** Notices in the host. Thread-safe. Never call it inside a transaction. */
@ImplementedByHost
public interface Notifications {
    /** Shows a notice. The same key again changes nothing. */
    void notify(Notification notification);
}
