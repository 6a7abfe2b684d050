package dev.quittance.api.payment;

import dev.quittance.api.ui.Text;
import java.util.Objects;

/**
 * A guard's veto, with the name of the plugin that spoke. Immutable and thread-safe.
 *
 * @param pluginId whose guard
 * @param code the guard's code, or {@code guard_failed} where it threw or was late
 * @param reason the sentence for the person who asked
 */
public record Objection(String pluginId, String code, Text reason) {
    /** Refuses null. */
    public Objection {
        Objects.requireNonNull(pluginId, "pluginId");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(reason, "reason");
    }
}
