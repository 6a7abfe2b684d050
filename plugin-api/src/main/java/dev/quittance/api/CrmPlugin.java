package dev.quittance.api;

import java.util.Objects;
import org.pf4j.Plugin;

/**
 * The base class of a plugin and the root of its objects: it builds everything once, from its {@link PluginContext}, and hands
 * out the instance for each extension class. A subclass has one public constructor that takes a {@code PluginContext}. There
 * are no statics: one object graph for each time the plugin is enabled. The host calls it on one thread at a time.
 */
@ImplementedByPlugin
public abstract class CrmPlugin extends Plugin {
    private final PluginContext context;

    /**
     * Keeps the context; a subclass builds its objects in its own constructor and must not yet call out from there.
     *
     * @param context the host's services
     */
    protected CrmPlugin(PluginContext context) {
        this.context = Objects.requireNonNull(context, "context");
    }

    /** The host's services, as given to the constructor. */
    protected final PluginContext context() {
        return context;
    }

    /**
     * The instance for a class listed in the plugin's extension index. Repeatable: the same class gives the same instance.
     *
     * @param type the extension class
     * @return the instance built by this plugin
     * @throws IllegalArgumentException if the plugin has no such extension; the host then refuses the plugin
     */
    public abstract <T> T extension(Class<T> type);

    /** Called once after migrations, before the first call of any extension. What it throws keeps the plugin disabled. */
    protected void onEnable() {}

    /** Called once when no call is in flight any more. Best effort: what it throws is logged. */
    protected void onDisable() {}

    /** PF4J's start, led to {@link #onEnable()}. */
    @Override
    public final void start() {
        onEnable();
    }

    /** PF4J's stop, led to {@link #onDisable()}. */
    @Override
    public final void stop() {
        onDisable();
    }

    /** Does nothing: PF4J calls it when the class loader is closed already. */
    @Override
    public final void delete() {}
}
