package dev.quittance.platform.extension;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/** Which plugins are installed and which are on, as one snapshot that requests read without a lock. Thread-safe. */
public final class LivePlugins {
    private final AtomicReference<Snapshot> snapshot = new AtomicReference<>(new Snapshot(Map.of(), Map.of()));

    private record Snapshot(Map<String, PluginManifest> installed, Map<String, LivePlugin> on) {
        Snapshot withInstalled(PluginManifest manifest) {
            Map<String, PluginManifest> next = new TreeMap<>(installed);
            next.put(manifest.id(), manifest);
            return new Snapshot(next, on);
        }

        Snapshot withOn(LivePlugin plugin) {
            Map<String, LivePlugin> next = new TreeMap<>(on);
            next.put(plugin.id(), plugin);
            return new Snapshot(installed, next);
        }

        Snapshot withoutOn(String id) {
            Map<String, LivePlugin> next = new TreeMap<>(on);
            next.remove(id);
            return new Snapshot(installed, next);
        }
    }

    /** Notes what an installed plugin declares, on or off. */
    public void noteInstalled(PluginManifest manifest) {
        snapshot.updateAndGet(now -> now.withInstalled(manifest));
    }

    /** From now on requests find it. */
    public void switchOn(LivePlugin plugin) {
        snapshot.updateAndGet(now -> now.withOn(plugin));
    }

    /** From now on requests do not find it. */
    public void switchOff(String id) {
        snapshot.updateAndGet(now -> now.withoutOn(id));
    }

    /** Those that are on, by id. */
    public Collection<LivePlugin> listOn() {
        return snapshot().on().values();
    }

    /** The plugin if it is on. */
    public Optional<LivePlugin> findOn(String id) {
        return Optional.ofNullable(snapshot().on().get(id));
    }

    /** What the plugin declares, on or off. */
    public Optional<PluginManifest> findInstalled(String id) {
        return Optional.ofNullable(snapshot().installed().get(id));
    }

    /** The installed plugin, on or off, that declares this public prefix. */
    public Optional<PluginManifest> findByPrefix(String prefix) {
        return snapshot().installed().values().stream()
                .filter(manifest -> manifest.publicPrefixes().contains(prefix))
                .findFirst();
    }

    /** Extensions of a kind with their plugins, by plugin id and then in the order of the index. */
    public <T> List<Extension<T>> listExtensions(Class<T> type) {
        List<Extension<T>> all = new ArrayList<>();
        for (LivePlugin plugin : listOn()) {
            plugin.extensions(type).forEach(extension -> all.add(new Extension<>(plugin, extension)));
        }
        return all;
    }

    /** Screens of a kind with what they say of themselves, by plugin id and then in the order of the index. */
    public <T> List<Declared<T>> listDeclared(Class<T> type) {
        return listOn().stream()
                .flatMap(plugin -> plugin.declared(type).stream())
                .toList();
    }

    /** What all installed plugins declare, on or off, by id. */
    public Collection<PluginManifest> listInstalled() {
        return snapshot().installed().values();
    }

    private Snapshot snapshot() {
        return Objects.requireNonNull(snapshot.get());
    }
}
