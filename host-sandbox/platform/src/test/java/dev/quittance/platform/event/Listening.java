package dev.quittance.platform.event;

import dev.quittance.api.record.RecordEvent;
import dev.quittance.api.record.RecordListener;
import dev.quittance.platform.extension.LivePlugin;
import dev.quittance.platform.extension.MessageBundles;
import dev.quittance.platform.extension.PluginManifest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A plugin that listens and remembers what it heard, what it failed at included. */
final class Listening implements RecordListener {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final LivePlugin plugin;
    private final Consumer<String> reaction;

    Listening(String id, Consumer<String> reaction) {
        this.reaction = reaction;
        PluginManifest manifest = new PluginManifest(
                id,
                "1",
                id,
                "x",
                new PluginManifest.Network(List.of(), List.of()),
                Set.of(),
                false,
                List.of(),
                Optional.empty());
        this.plugin = new LivePlugin(
                manifest, MessageBundles.none(), Listening.class.getClassLoader(), List.of((Object) this));
    }

    LivePlugin plugin() {
        return plugin;
    }

    List<String> heard() {
        return heard;
    }

    @Override
    public void on(RecordEvent event) {
        heard.add(event.eventId());
        reaction.accept(event.eventId());
    }
}
