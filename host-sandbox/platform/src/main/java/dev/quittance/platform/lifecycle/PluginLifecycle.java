package dev.quittance.platform.lifecycle;

import dev.quittance.platform.event.EventStream;
import dev.quittance.platform.extension.Calls;
import dev.quittance.platform.extension.Declarations;
import dev.quittance.platform.extension.LivePlugins;
import dev.quittance.platform.extension.PluginManifest;
import dev.quittance.platform.extension.UndeclaredException;
import dev.quittance.platform.host.Host;
import dev.quittance.platform.jobs.PluginJobs;
import dev.quittance.platform.migration.Migrations;
import dev.quittance.platform.rest.RestApplications;
import dev.quittance.platform.service.PluginContexts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Installs and switches plugins, one change at a time. Thread-safe: guarded by itself; calls into plugins do not wait for it. */
public final class PluginLifecycle implements Plugins {
    private static final Logger LOG = LoggerFactory.getLogger(PluginLifecycle.class);
    /** A page may take 25 s. */
    private static final Duration DRAIN = Duration.ofSeconds(30);
    /** For code that notices its interrupt. */
    private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(5);

    private final PluginFolders folders;
    private final PluginRecordRepository records;
    private final PluginAssembly assembly;
    private final Declarations declarations;
    private final Wiring wiring;
    private final Map<String, PluginGeneration> on = new HashMap<>();

    /**
     * What a plugin is wired to when it is on.
     *
     * @param registry where requests find it
     * @param rest its REST application
     * @param jobs its jobs
     * @param events what it is told
     */
    public record Wiring(
            LivePlugins registry, RestApplications rest, PluginJobs jobs, List<EventStream<?, ?>> events) {}

    /**
     * What the lifecycle builds with.
     *
     * @param root where plugins are unpacked
     * @param host for its database and clock
     * @param migrations schemas
     * @param contexts services
     * @param calls the gate into plugins
     */
    public record Tools(Path root, Host host, Migrations migrations, PluginContexts contexts, Calls calls) {}

    /** The lifecycle of an installation; {@link #resume} switches on what was on. */
    public PluginLifecycle(Tools tools, Wiring wiring) {
        this.folders = new PluginFolders(tools.root());
        this.records = new PluginRecordRepository(
                tools.host().dataSource(),
                tools.migrations().ownSchema(),
                tools.host().clock());
        this.assembly = new PluginAssembly(tools.root(), tools.migrations(), tools.contexts(), tools.calls());
        this.declarations = new Declarations(tools.calls());
        this.wiring = wiring;
    }

    /** Enables what was on when the host stopped; what cannot be is noted and left off. */
    public synchronized void resume() {
        for (PluginRecord plugin : records.list()) {
            folders.findManifest(plugin).ifPresent(wiring.registry()::noteInstalled);
        }
        for (PluginRecord plugin : records.list()) {
            if (plugin.state() != InstalledPlugin.State.DISABLED) {
                try {
                    enable(plugin.id());
                } catch (InstallException e) {
                    LOG.error("plugin {} stays off", plugin.id(), e);
                }
            }
        }
    }

    @Override
    public synchronized InstalledPlugin install(Path zip) {
        PluginZip file = new PluginZip(zip);
        String hash = file.shortHash();
        Optional<PluginRecord> same = records.list().stream()
                .filter(plugin -> plugin.directory().endsWith("-" + hash) && folders.exists(plugin))
                .findFirst();
        if (same.isPresent()) {
            return shown(same.get());
        }
        PluginRecord fresh = folders.unpack(file, hash, assembly::rehearse);
        Optional<PluginRecord> before = records.find(fresh.id());
        PluginManifest manifest = folders.getManifest(fresh);
        requireFreePrefixes(manifest);
        if (before.isPresent() && on.containsKey(fresh.id())) {
            return replaced(before.get(), fresh, manifest);
        }
        records.put(fresh);
        wiring.registry().noteInstalled(manifest);
        return shown(fresh);
    }

    @Override
    public synchronized InstalledPlugin enable(String id) {
        PluginRecord plugin = records.find(id)
                .orElseThrow(() -> new InstallException("not_installed", "no such plugin is installed: " + id, null));
        if (on.containsKey(id)) {
            return shown(plugin);
        }
        try {
            switchOn(plugin);
        } catch (RuntimeException | IOException | Error e) {
            String reason = String.valueOf(e.getMessage());
            records.put(with(plugin, InstalledPlugin.State.FAILED, reason));
            throw refusal(id, reason, e);
        }
        PluginRecord enabled = with(plugin, InstalledPlugin.State.ENABLED, "");
        records.put(enabled);
        LOG.info("plugin {} {} is on", id, plugin.version());
        return shown(enabled);
    }

    @Override
    public synchronized InstalledPlugin disable(String id) {
        PluginRecord plugin = records.find(id)
                .orElseThrow(() -> new InstallException("not_installed", "no such plugin is installed: " + id, null));
        switchOff(id);
        PluginRecord disabled = with(plugin, InstalledPlugin.State.DISABLED, "");
        records.put(disabled);
        LOG.info("plugin {} is off", id);
        return shown(disabled);
    }

    @Override
    public synchronized List<InstalledPlugin> list() {
        return records.list().stream().map(this::shown).toList();
    }

    /** Switches all off without noting it: they are on again after the next start. */
    public synchronized void stop() {
        List.copyOf(on.keySet()).forEach(this::switchOff);
    }

    private static InstallException refusal(String id, String reason, Throwable thrown) {
        if (thrown instanceof InstallException known) {
            return known;
        }
        return thrown instanceof UndeclaredException
                ? new InstallException("permission_undeclared", reason, thrown)
                : new InstallException("not_enabled", "plugin " + id + " could not be enabled: " + reason, thrown);
    }

    private InstalledPlugin replaced(PluginRecord old, PluginRecord fresh, PluginManifest manifest) {
        switchOff(fresh.id());
        records.put(fresh);
        wiring.registry().noteInstalled(manifest);
        try {
            return enable(fresh.id());
        } catch (InstallException e) {
            records.put(old);
            wiring.registry().noteInstalled(folders.getManifest(old));
            enable(old.id());
            throw e;
        }
    }

    private void switchOn(PluginRecord plugin) throws IOException {
        if (!folders.exists(plugin)) {
            throw new InstallException("files_missing", "the plugin's files are gone: install it again", null);
        }
        PluginManifest manifest = folders.getManifest(plugin);
        PluginGeneration generation = assembly.build(manifest, folders.of(plugin));
        boolean switched = false;
        try {
            declarations.read(generation.live());
            wiring.rest().mount(generation.live(), generation.loader());
            wiring.events().forEach(stream -> stream.expect(generation.live()));
            on.put(plugin.id(), generation);
            wiring.registry().noteInstalled(manifest);
            wiring.registry().switchOn(generation.live());
            wiring.jobs().startRecurring(generation.live());
            wiring.events().forEach(stream -> stream.tellSoon(generation.live()));
            switched = true;
        } finally {
            if (!switched) {
                on.put(plugin.id(), generation);
                switchOff(plugin.id());
            }
        }
    }

    private void switchOff(String id) {
        PluginGeneration generation = on.remove(id);
        if (generation == null) {
            return;
        }
        wiring.registry().switchOff(id);
        if (!generation.live().drain(DRAIN, AFTER_INTERRUPT)) {
            LOG.warn("plugin {} is switched off with calls that do not end", id);
        }
        wiring.rest().drop(id);
        assembly.dismantle(generation);
    }

    private void requireFreePrefixes(PluginManifest manifest) {
        for (String prefix : manifest.publicPrefixes()) {
            Optional<PluginManifest> owner = wiring.registry().findByPrefix(prefix);
            if (owner.isPresent() && !owner.get().id().equals(manifest.id())) {
                throw new InstallException(
                        "prefix_taken",
                        "the plugin was refused: " + owner.get().id() + " has the prefix " + prefix,
                        null);
            }
        }
    }

    private InstalledPlugin shown(PluginRecord plugin) {
        String name = folders.findManifest(plugin).map(PluginManifest::name).orElse(plugin.id());
        return new InstalledPlugin(plugin.id(), name, plugin.version(), plugin.state(), plugin.reason());
    }

    private static PluginRecord with(PluginRecord plugin, InstalledPlugin.State state, String reason) {
        return new PluginRecord(plugin.id(), plugin.version(), plugin.directory(), state, reason);
    }
}
