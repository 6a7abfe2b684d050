package dev.quittance.stripe;

import dev.quittance.api.CrmPlugin;
import dev.quittance.api.PluginContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pf4j.ExtensionPoint;

/** Stripe payments as a plugin: one graph of objects for each time it is enabled. */
public final class StripePaymentsPlugin extends CrmPlugin {
    private final Map<Class<?>, ExtensionPoint> extensions;

    /** Builds everything; calls nobody. */
    public StripePaymentsPlugin(PluginContext context) {
        super(context);
        Map<Class<?>, ExtensionPoint> all = new LinkedHashMap<>();
        for (ExtensionPoint extension : new ObjectGraph(context).extensions()) {
            all.put(extension.getClass(), extension);
        }
        this.extensions = Collections.unmodifiableMap(all);
    }

    @Override
    public <T> T extension(Class<T> type) {
        ExtensionPoint extension = extensions.get(type);
        if (extension == null) {
            throw new IllegalArgumentException("no extension " + type.getName());
        }
        return type.cast(extension);
    }
}
