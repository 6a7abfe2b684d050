package dev.quittance.platform;

import dev.quittance.platform.extension.Calls;
import dev.quittance.platform.extension.LivePlugin;
import dev.quittance.platform.extension.LivePlugins;
import dev.quittance.platform.extension.Origins;
import dev.quittance.platform.host.Host;
import dev.quittance.platform.host.PlatformSettings;
import dev.quittance.platform.jobs.JobScheduler;
import dev.quittance.platform.jobs.PluginJobs;
import dev.quittance.platform.lifecycle.PluginLifecycle;
import dev.quittance.platform.lifecycle.Plugins;
import dev.quittance.platform.migration.Migrations;
import dev.quittance.platform.payment.PaymentEvents;
import dev.quittance.platform.payment.PaymentParticipants;
import dev.quittance.platform.record.RecordEvents;
import dev.quittance.platform.render.Assets;
import dev.quittance.platform.render.FileAssets;
import dev.quittance.platform.render.Presentation;
import dev.quittance.platform.render.Templates;
import dev.quittance.platform.rest.RestApplications;
import dev.quittance.platform.screen.FlashCookie;
import dev.quittance.platform.screen.PluginScreens;
import dev.quittance.platform.screen.Screens;
import dev.quittance.platform.service.PluginContexts;
import dev.quittance.platform.web.PlatformFilter;
import jakarta.servlet.Filter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The platform with all its parts. Thread-safe. */
final class RunningPlatform implements Platform {
    /** Jobs by which a plugin looks for itself what a webhook would have told it. */
    private static final Set<String> REREADING_JOBS = Set.of("sweep", "operations");

    private final LivePlugins registry = new LivePlugins();
    private final Calls calls = new Calls();
    private final OutgoingThreads outgoing = new OutgoingThreads();
    private final Origins origins;
    private final FileAssets assets = new FileAssets();
    private final PluginLifecycle lifecycle;
    private final JobScheduler scheduler;
    private final PluginScreens screens;
    private final PlatformFilter filter;

    RunningPlatform(PlatformSettings settings, Host host) {
        this.origins = new Origins(settings.originSubstitutions());
        Migrations migrations = new Migrations(host.dataSource(), settings.schemaPrefix());
        migrations.migrateOwn();
        Set<String> without = settings.without().contains(PlatformSettings.REREADING) ? REREADING_JOBS : Set.of();
        PluginJobs jobs = new PluginJobs(registry, calls, host.clock(), without);
        PaymentEvents events =
                new PaymentEvents(host.dataSource(), migrations.ownSchema(), registry, calls, host.clock());
        this.scheduler = new JobScheduler(
                host.dataSource(),
                migrations.ownSchema() + ".scheduled_tasks",
                settings.nodeName(),
                host.clock(),
                List.of(jobs, events));
        jobs.keepIn(scheduler);
        events.keepIn(scheduler);
        Templates templates = new Templates(assets);
        PluginContexts contexts = new PluginContexts(
                host,
                settings,
                new PluginContexts.Shared(
                        calls,
                        jobs,
                        new PaymentParticipants(registry, calls, events),
                        origins,
                        templates,
                        outgoing.client()));
        RestApplications rest = new RestApplications(calls, host.publicUrl());
        this.lifecycle = new PluginLifecycle(
                new PluginLifecycle.Tools(
                        settings.dataDirectory().resolve("plugins"), host, migrations, contexts, calls),
                new PluginLifecycle.Wiring(registry, rest, jobs, events));
        Presentation presentation = new Presentation(host.records(), host.publicUrl(), origins);
        FlashCookie flash = new FlashCookie(host.publicUrl());
        this.screens = new PluginScreens(registry, calls, presentation, templates, flash);
        this.filter = new PlatformFilter(
                host,
                settings.without(),
                new PlatformFilter.Parts(registry, calls, presentation, templates, assets, rest, origins, flash));
    }

    /** Begins to work; separate from building, so that nothing runs before everything stands. */
    void begin() {
        lifecycle.resume();
        scheduler.start();
    }

    /** Which plugins are on. */
    LivePlugins registry() {
        return registry;
    }

    @Override
    public Plugins plugins() {
        return lifecycle;
    }

    @Override
    public RecordEvents recordEvents() {
        return event -> {};
    }

    @Override
    public List<OpenRoute> routes() {
        return List.of();
    }

    @Override
    public Screens screens() {
        return screens;
    }

    @Override
    public Assets assets() {
        return assets;
    }

    @Override
    public Filter filter() {
        return filter;
    }

    @Override
    public Set<String> permissionsOf(String role) {
        return registry.listOn().stream()
                .flatMap(plugin -> plugin.manifest().permissions().stream())
                .filter(permission -> permission.roles().contains(role))
                .map(permission -> permission.id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Set<String> redirectOrigins() {
        Set<String> all = new TreeSet<>();
        for (LivePlugin plugin : registry.listOn()) {
            all.addAll(origins.listAllowed(plugin.manifest().network().redirects()));
        }
        return all;
    }

    @Override
    public void close() {
        scheduler.close();
        lifecycle.stop();
        calls.close();
        outgoing.close();
    }
}
