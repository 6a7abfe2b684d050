package dev.quittance.platform.extension;

import dev.quittance.api.PluginException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call into a plugin gave no result. What went wrong is in the log under the reference; nobody outside is told more. */
public final class PluginFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why there is no result. */
    public enum Kind {
        /** The plugin is off or going off: nothing was called. */
        OFF,
        /** It took longer than it may. What it did until then stands. */
        LATE,
        /** It threw. */
        FAILED
    }

    private final Kind kind;
    private final String pluginId;
    private final String reference;

    PluginFault(Kind kind, String pluginId, String reference, @Nullable Throwable cause) {
        super(kind + " in plugin " + pluginId + ", reference " + reference, cause);
        this.kind = kind;
        this.pluginId = pluginId;
        this.reference = reference;
    }

    /** Why. */
    public Kind kind() {
        return kind;
    }

    /** Whose fault. */
    public String pluginId() {
        return pluginId;
    }

    /** Finds it in the log. */
    public String reference() {
        return reference;
    }

    /** The plugin's own words for the person, if it threw an exception that carries some. */
    public Optional<PluginException> told() {
        return getCause() instanceof PluginException told ? Optional.of(told) : Optional.empty();
    }
}
