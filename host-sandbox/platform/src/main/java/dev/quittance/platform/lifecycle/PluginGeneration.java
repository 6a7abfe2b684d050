package dev.quittance.platform.lifecycle;

import dev.quittance.platform.extension.LivePlugin;
import dev.quittance.platform.extension.MessageBundles;
import dev.quittance.platform.service.PluginServices;
import java.util.List;

/** A plugin that is on, with what must be taken back from it. */
record PluginGeneration(LivePlugin live, PluginServices services, ClassLoader loader) {

    /** The same plugin for calls of the lifecycle alone: without extensions, and with a gate of its own. */
    LivePlugin bare() {
        return new LivePlugin(live.manifest(), MessageBundles.none(), loader, List.of());
    }
}
