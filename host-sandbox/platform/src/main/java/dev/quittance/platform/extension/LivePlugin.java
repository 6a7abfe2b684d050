package dev.quittance.platform.extension;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A plugin that is on: one generation of it, from one enable to the next disable. Thread-safe. Whoever keeps it keeps the
 * plugin's class loader, so only the registry does.
 */
public final class LivePlugin {
    private final PluginManifest manifest;
    private final MessageBundles messages;
    private final ClassLoader loader;
    private final List<Object> extensions;
    private final AtomicReference<List<Declared<?>>> declared = new AtomicReference<>(List.of());
    private final CallGate gate = new CallGate();

    /**
     * A plugin about to be on.
     *
     * @param manifest what it declares
     * @param messages its words
     * @param loader its class loader
     * @param extensions its extension instances, in the order of its index
     */
    public LivePlugin(
            PluginManifest manifest, MessageBundles messages, ClassLoader loader, List<? extends Object> extensions) {
        this.manifest = Objects.requireNonNull(manifest, "manifest");
        this.messages = Objects.requireNonNull(messages, "messages");
        this.loader = Objects.requireNonNull(loader, "loader");
        this.extensions = List.copyOf(extensions);
    }

    /** Its id. */
    public String id() {
        return manifest.id();
    }

    /** What it declares. */
    public PluginManifest manifest() {
        return manifest;
    }

    /** Its words. */
    public MessageBundles messages() {
        return messages;
    }

    /** Its extensions of this kind. Call them through {@link Calls} only. */
    public <T> List<T> extensions(Class<T> type) {
        return extensions.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Its screens of this kind with what they say of themselves; none before they are read. */
    @SuppressWarnings("unchecked") // By the instance.
    public <T> List<Declared<T>> declared(Class<T> type) {
        return Objects.requireNonNull(declared.get()).stream()
                .filter(one -> type.isInstance(one.instance()))
                .map(one -> (Declared<T>) one)
                .toList();
    }

    void declare(List<Declared<?>> all) {
        declared.set(List.copyOf(all));
    }

    /** Lets no new call in, waits for those in flight, interrupts what is left and waits again; false if some never ended. */
    public boolean drain(Duration patience, Duration afterInterrupt) {
        gate.shut();
        if (gate.awaitEmpty(patience)) {
            return true;
        }
        gate.interruptAll();
        return gate.awaitEmpty(afterInterrupt);
    }

    ClassLoader loader() {
        return loader;
    }

    CallGate gate() {
        return gate;
    }
}
