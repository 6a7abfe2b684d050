package dev.quittance.api.record;

import dev.quittance.api.ImplementedByPlugin;
import org.pf4j.ExtensionPoint;

/**
 * Told what happened to the host's records, after it was committed there: at least once, and in the order in which it happened. A
 * listener that throws is told the same again later, and nothing after it until then; other plugins do not wait. While a plugin
 * is off its news is kept. Must be thread-safe and idempotent by {@link RecordEvent#eventId()}.
 */
@ImplementedByPlugin
public interface RecordListener extends ExtensionPoint {
    /** Something happened. Not called within a transaction. */
    void on(RecordEvent event);
}
