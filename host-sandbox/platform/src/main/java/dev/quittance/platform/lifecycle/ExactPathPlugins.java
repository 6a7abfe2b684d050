package dev.quittance.platform.lifecycle;

import dev.quittance.api.CrmPlugin;
import dev.quittance.api.PluginContext;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pf4j.BasePluginRepository;
import org.pf4j.DefaultPluginLoader;
import org.pf4j.DefaultPluginManager;
import org.pf4j.ExtensionFactory;
import org.pf4j.Plugin;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginFactory;
import org.pf4j.PluginLoader;
import org.pf4j.PluginRepository;
import org.pf4j.PluginRuntimeException;
import org.pf4j.PluginWrapper;
import org.pf4j.PropertiesPluginDescriptorFinder;

/**
 * PF4J, for one plugin at a time and exact paths only: it scans no folder, and its calls for all plugins at once are not used,
 * since they skip plugins. Not thread-safe: the lifecycle calls it under its lock.
 */
final class ExactPathPlugins extends DefaultPluginManager {
    /** What plugins may require in PF4J's own words. */
    private static final String HOST_VERSION = "1.0.0";

    private final Map<String, PluginContext> contexts = new ConcurrentHashMap<>();

    ExactPathPlugins(Path root) {
        super(List.of(root));
        setSystemVersion(HOST_VERSION);
    }

    /** What the plugin is built with when it is started. */
    void prepare(String pluginId, PluginContext context) {
        contexts.put(pluginId, context);
    }

    void forget(String pluginId) {
        contexts.remove(pluginId);
    }

    @Override
    protected PluginDescriptorFinder createPluginDescriptorFinder() {
        return new PropertiesPluginDescriptorFinder();
    }

    @Override
    protected PluginRepository createPluginRepository() {
        return new BasePluginRepository(List.of());
    }

    // The factories are made by the super constructor, before the fields of this class: they look only when they are
    // asked.
    @Override
    protected PluginFactory createPluginFactory() {
        return this::build;
    }

    @Override
    protected ExtensionFactory createExtensionFactory() {
        return new ExtensionFactory() {
            @Override
            public <T> T create(Class<T> type) {
                return ofPlugin(type);
            }
        };
    }

    @Override
    protected PluginLoader createPluginLoader() {
        return new DefaultPluginLoader(this) {
            @Override
            protected PluginClassLoader createPluginClassLoader(Path path, PluginDescriptor descriptor) {
                return new OwnServicesFirstLoader(
                        pluginManager, descriptor, new HostClassesFilter(ExactPathPlugins.class.getClassLoader()));
            }
        };
    }

    private <T> T ofPlugin(Class<T> type) {
        PluginWrapper wrapper = whichPlugin(type);
        if (wrapper == null) {
            throw new PluginRuntimeException("no plugin has the extension " + type.getName());
        }
        return ((CrmPlugin) wrapper.getPlugin()).extension(type);
    }

    /** Unlike PF4J's own factory it says what went wrong instead of returning nothing. */
    private Plugin build(PluginWrapper wrapper) {
        String className = wrapper.getDescriptor().getPluginClass();
        PluginContext context = contexts.get(wrapper.getPluginId());
        if (context == null) {
            throw new PluginRuntimeException("plugin is not prepared: " + wrapper.getPluginId());
        }
        try {
            return wrapper.getPluginClassLoader()
                    .loadClass(className)
                    .asSubclass(CrmPlugin.class)
                    .getConstructor(PluginContext.class)
                    .newInstance(context);
        } catch (InvocationTargetException e) {
            throw new PluginRuntimeException(e.getCause(), "plugin could not be built: " + className);
        } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
            throw new PluginRuntimeException(
                    e, "no CrmPlugin with a constructor that takes a PluginContext: " + className);
        }
    }
}
