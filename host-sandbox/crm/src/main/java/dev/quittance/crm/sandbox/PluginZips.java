package dev.quittance.crm.sandbox;

import dev.quittance.platform.lifecycle.InstallException;
import dev.quittance.platform.lifecycle.InstalledPlugin;
import dev.quittance.platform.lifecycle.Plugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plugin zips that lie beside the program. */
final class PluginZips {
    private static final Logger LOG = LoggerFactory.getLogger(PluginZips.class);

    private final Plugins plugins;

    PluginZips(Plugins plugins) {
        this.plugins = plugins;
    }

    /** Installs and enables all of them. One that cannot be is logged; the CRM works without. */
    void install(Path folder) throws IOException {
        for (Path zip : list(folder)) {
            try {
                InstalledPlugin installed = plugins.install(zip);
                plugins.enable(installed.id());
            } catch (InstallException e) {
                LOG.error("{} cannot be used: {}", zip.getFileName(), e.getMessage(), e);
            }
        }
    }

    /** Switches off what an earlier start enabled. */
    void disableAll() {
        for (InstalledPlugin plugin : plugins.list()) {
            plugins.disable(plugin.id());
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
        }
    }
}
