package dev.quittance.platform.lifecycle;

import dev.quittance.api.CrmPlugin;
import dev.quittance.platform.extension.Calls;
import dev.quittance.platform.extension.LivePlugin;
import dev.quittance.platform.extension.MessageBundles;
import dev.quittance.platform.extension.PluginManifest;
import dev.quittance.platform.extension.TimeLimit;
import dev.quittance.platform.migration.Migrations;
import dev.quittance.platform.service.PluginContexts;
import dev.quittance.platform.service.PluginServices;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.pf4j.PluginState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds a plugin from its folder and takes it apart again. Not thread-safe: the lifecycle calls it under its lock. */
final class PluginAssembly {
    private static final Logger LOG = LoggerFactory.getLogger(PluginAssembly.class);

    private final Path root;
    private final ExactPathPlugins manager;
    private final Migrations migrations;
    private final PluginContexts contexts;
    private final Calls calls;

    PluginAssembly(Path root, Migrations migrations, PluginContexts contexts, Calls calls) {
        this.root = root;
        this.manager = new ExactPathPlugins(root);
        this.migrations = migrations;
        this.contexts = contexts;
        this.calls = calls;
    }

    /** Loads all extension classes of a folder once, without running any of them, and forgets them again. */
    void rehearse(PluginManifest manifest, Path folder) {
        ExactPathPlugins throwAway = new ExactPathPlugins(root);
        String id = throwAway.loadPlugin(folder);
        try {
            ClassLoader loader = throwAway.getPluginClassLoader(id);
            ExtensionIndex.load(loader);
            if (!CrmPlugin.class.isAssignableFrom(Class.forName(manifest.pluginClass(), false, loader))) {
                throw new InstallException("plugin_class", "the plugin was refused: its class is no CrmPlugin", null);
            }
        } catch (ClassNotFoundException | LinkageError e) {
            throw new InstallException("plugin_class", "the plugin was refused: its class does not load", e);
        } finally {
            throwAway.unloadPlugin(id);
        }
    }

    /** Migrates, builds and starts it. What was begun is taken back if it fails. */
    PluginGeneration build(PluginManifest manifest, Path folder) throws IOException {
        String id = manifest.id();
        migrations.migratePlugin(id, folder.resolve("db"));
        MessageBundles messages = MessageBundles.read(folder.resolve("i18n"));
        PluginServices services = contexts.make(manifest, messages, migrations.schemaOf(id));
        boolean built = false;
        try {
            manager.prepare(id, services.context());
            manager.loadPlugin(folder);
            ClassLoader loader = manager.getPluginClassLoader(id);
            List<Class<?>> types = ExtensionIndex.load(loader);
            LivePlugin bare = new LivePlugin(manifest, MessageBundles.none(), loader, List.of());
            calls.run(bare, TimeLimit.LIFECYCLE, () -> start(id));
            List<Object> extensions = calls.call(bare, TimeLimit.LIFECYCLE, () -> instances(types));
            built = true;
            return new PluginGeneration(new LivePlugin(manifest, messages, loader, extensions), services, loader);
        } finally {
            if (!built) {
                services.revoke();
                unload(id);
            }
        }
    }

    /** Stops it, takes its services back and lets go of its classes. */
    void dismantle(PluginGeneration generation) {
        String id = generation.live().id();
        try {
            calls.run(generation.bare(), TimeLimit.LIFECYCLE, () -> manager.stopPlugin(id));
        } catch (RuntimeException e) {
            LOG.warn("plugin {} did not stop cleanly", id, e);
        }
        generation.services().revoke();
        unload(id);
        ResourceBundle.clearCache(generation.loader());
    }

    private void start(String id) {
        PluginState state = manager.startPlugin(id);
        if (state != PluginState.STARTED) {
            Throwable why = manager.getPlugin(id).getFailedException();
            throw new IllegalStateException("the plugin did not start: " + reason(why), why);
        }
    }

    private List<Object> instances(List<Class<?>> types) {
        return types.stream()
                .map(type -> {
                    Object instance = manager.getExtensionFactory().create(type);
                    return Objects.requireNonNull(instance, () -> "no instance of " + type.getName());
                })
                .map(Object.class::cast)
                .toList();
    }

    private void unload(String id) {
        try {
            if (manager.getPlugin(id) != null) {
                manager.unloadPlugin(id);
            }
        } catch (RuntimeException e) {
            LOG.warn("plugin {} was not unloaded cleanly", id, e);
        } finally {
            manager.forget(id);
            LinkedRecords.displace();
        }
    }

    private static String reason(@Nullable Throwable why) {
        return why == null ? "no reason given" : String.valueOf(why.getMessage());
    }
}
