package dev.quittance.platform.lifecycle;

import dev.quittance.platform.extension.PluginManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Where plugins are unpacked: a folder for each version and content, never written to again. */
final class PluginFolders {
    private final Path root;

    PluginFolders(Path root) {
        this.root = root;
    }

    Path of(PluginRecord plugin) {
        return root.resolve(plugin.id()).resolve(plugin.directory());
    }

    boolean exists(PluginRecord plugin) {
        return Files.isRegularFile(of(plugin).resolve("plugin.json"));
    }

    PluginManifest getManifest(PluginRecord plugin) {
        return ManifestReader.read(of(plugin));
    }

    Optional<PluginManifest> findManifest(PluginRecord plugin) {
        return exists(plugin) ? Optional.of(getManifest(plugin)) : Optional.empty();
    }

    /** Unpacks a zip aside, looks at it, and moves it to its place when all is well. */
    PluginRecord unpack(PluginZip zip, String hash, BiConsumer<PluginManifest, Path> rehearsal) {
        Path aside = root.resolve("unpacked-" + hash);
        try {
            Files.createDirectories(root);
            PluginZip.deleteAll(aside);
            zip.unpackTo(aside);
            SharedClasses.requireNone(aside);
            PluginManifest manifest = ManifestReader.read(aside);
            rehearsal.accept(manifest, aside);
            PluginRecord plugin = new PluginRecord(
                    manifest.id(),
                    manifest.version(),
                    manifest.version() + "-" + hash,
                    InstalledPlugin.State.DISABLED,
                    "");
            Path place = of(plugin);
            Files.createDirectories(place.getParent());
            PluginZip.deleteAll(place);
            Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
            return plugin;
        } catch (IOException e) {
            throw new InstallException("zip_unreadable", "the zip cannot be unpacked: " + e.getMessage(), e);
        } finally {
            PluginZip.deleteQuietly(aside);
        }
    }
}
