package dev.quittance.platform.record;

import dev.quittance.api.record.RecordEvent;

/** Where the host says what happened to its records. Thread-safe. */
public interface RecordEvents {
    /**
     * Keeps the event until every plugin that listens has been told, and tells them soon. Call it after the change was committed, and
     * again if it fails or if it is not certain that it was called: the same id again changes nothing. Durable when it returns.
     *
     * @throws IllegalStateException if it could not be kept: publish it again
     */
    void publish(RecordEvent event);
}
