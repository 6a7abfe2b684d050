package dev.quittance.platform;

import dev.quittance.api.host.MailReturnListener;
import dev.quittance.api.payment.PaymentEvent;
import dev.quittance.api.payment.PaymentListener;
import dev.quittance.api.record.RecordEvent;
import dev.quittance.api.record.RecordListener;
import dev.quittance.platform.bounce.DeliveryReports;
import dev.quittance.platform.bounce.ForgetMails;
import dev.quittance.platform.bounce.MailReturns;
import dev.quittance.platform.bounce.ReturnedMail;
import dev.quittance.platform.bounce.ReturnedMailKind;
import dev.quittance.platform.bounce.SentMails;
import dev.quittance.platform.event.EventStream;
import dev.quittance.platform.event.OldEvents;
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
import dev.quittance.platform.meter.Meters;
import dev.quittance.platform.migration.Migrations;
import dev.quittance.platform.payment.PaymentEventKind;
import dev.quittance.platform.payment.PaymentParticipants;
import dev.quittance.platform.record.RecordEventKind;
import dev.quittance.platform.record.RecordEvents;
import dev.quittance.platform.render.Assets;
import dev.quittance.platform.render.FileAssets;
import dev.quittance.platform.render.Presentation;
import dev.quittance.platform.render.Templates;
import dev.quittance.platform.rest.RestApplications;
import dev.quittance.platform.screen.FlashCookie;
import dev.quittance.platform.screen.PluginScreens;
import dev.quittance.platform.screen.Screens;
import dev.quittance.platform.screen.SubmissionKeys;
import dev.quittance.platform.service.PluginContexts;
import dev.quittance.platform.service.Sealing;
import dev.quittance.platform.web.PlatformFilter;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The platform with all its parts. Thread-safe. */
final class RunningPlatform implements Platform {
    /** Jobs by which a plugin looks for itself what a webhook would have told it. */
    private static final Set<String> REREADING_JOBS = Set.of("sweep", "operations");

    private final LivePlugins registry = new LivePlugins();
    private final Calls calls;
    private final OutgoingThreads outgoing = new OutgoingThreads();
    private final Origins origins;
    private final FileAssets assets = new FileAssets();
    private final PluginLifecycle lifecycle;
    private final Work work;
    private final HealthCheck health;
    private final Clock clock;
    private final PluginScreens screens;
    private final PlatformFilter filter;

    RunningPlatform(PlatformSettings settings, Host host) {
        Meters meters = new Meters(host.meters());
        this.calls = new Calls(meters);
        this.clock = host.clock();
        this.origins = new Origins(settings.originSubstitutions());
        Migrations migrations = new Migrations(host.dataSource(), settings.schemaPrefix());
        migrations.migrateOwn();
        Sealing sealing = Sealing.open(
                settings.installationKeys(),
                new Sealing.Ground(host.dataSource(), migrations.ownSchema(), host.clock()));
        this.work = work(new Ground(settings, host, migrations.ownSchema(), registry, calls, meters), sealing);
        Templates templates = new Templates(assets);
        PluginContexts contexts = new PluginContexts(host, sealing, shared(templates, meters));
        this.lifecycle = new PluginLifecycle(
                new PluginLifecycle.Tools(
                        settings.dataDirectory().resolve("plugins"), host, migrations, contexts, calls),
                new PluginLifecycle.Wiring(
                        registry,
                        work.rest(),
                        work.jobs(),
                        List.of(work.payments(), work.records(), work.mails().returned())));
        this.health =
                new HealthCheck(host.dataSource(), migrations.ownSchema(), host.clock(), work.scheduler(), registry);
        Presentation presentation = new Presentation(host.records(), host.publicUrl(), origins);
        FlashCookie flash = new FlashCookie(host.publicUrl());
        SubmissionKeys keys = new SubmissionKeys();
        this.screens =
                new PluginScreens(new PluginScreens.Parts(host, registry, calls, presentation, templates, keys), flash);
        this.filter = new PlatformFilter(
                host,
                settings.without(),
                new PlatformFilter.Parts(
                        registry, calls, presentation, templates, assets, work.rest(), origins, flash, keys, meters));
    }

    private PluginContexts.Shared shared(Templates templates, Meters meters) {
        return new PluginContexts.Shared(
                calls,
                work.jobs(),
                new PaymentParticipants(registry, calls, work.payments()),
                origins,
                templates,
                outgoing.client(),
                meters,
                work.mails().sent());
    }

    /** What work is built on. */
    private record Ground(
            PlatformSettings settings, Host host, String schema, LivePlugins registry, Calls calls, Meters meters) {}

    /** What the platform does by itself, and what has such work: jobs of plugins, events, the answers of REST. */
    private record Work(
            PluginJobs jobs,
            EventStream<PaymentEvent, PaymentListener> payments,
            EventStream<RecordEvent, RecordListener> records,
            Mails mails,
            RestApplications rest,
            Sealing sealing,
            OldEvents oldEvents,
            JobScheduler scheduler,
            boolean runsJobs) {}

    /** Mails that were sent, and those that came back. */
    private record Mails(SentMails sent, EventStream<ReturnedMail, MailReturnListener> returned) {}

    private static Work work(Ground ground, Sealing sealing) {
        Host host = ground.host();
        LivePlugins registry = ground.registry();
        Calls calls = ground.calls();
        PluginJobs jobs = jobs(ground);
        EventStream.Setting told =
                new EventStream.Setting(host.dataSource(), ground.schema(), registry, calls, host.clock());
        EventStream<PaymentEvent, PaymentListener> payments = new EventStream<>(new PaymentEventKind(), told);
        EventStream<RecordEvent, RecordListener> records = new EventStream<>(new RecordEventKind(), told);
        Mails mails = new Mails(
                new SentMails(host.dataSource(), ground.schema()), new EventStream<>(new ReturnedMailKind(), told));
        RestApplications rest =
                new RestApplications(calls, host.publicUrl(), host.dataSource(), ground.schema(), host.clock());
        OldEvents oldEvents = new OldEvents(
                host.dataSource(),
                ground.schema(),
                List.of(payments.stream(), records.stream(), mails.returned().stream()),
                host.clock());
        JobScheduler scheduler = new JobScheduler(
                host.dataSource(),
                ground.schema() + ".scheduled_tasks",
                new JobScheduler.Node(ground.settings().nodeName(), host.clock(), ground.meters()),
                List.of(
                        jobs,
                        payments,
                        records,
                        mails.returned(),
                        new ForgetMails(mails.sent(), host.clock()),
                        rest.forgetting(),
                        sealing.resealing(),
                        oldEvents));
        jobs.keepIn(scheduler);
        payments.keepIn(scheduler);
        records.keepIn(scheduler);
        mails.returned().keepIn(scheduler);
        boolean runsJobs = !ground.settings().without().contains(PlatformSettings.JOBS);
        return new Work(jobs, payments, records, mails, rest, sealing, oldEvents, scheduler, runsJobs);
    }

    private static PluginJobs jobs(Ground ground) {
        Set<String> without =
                ground.settings().without().contains(PlatformSettings.REREADING) ? REREADING_JOBS : Set.of();
        return new PluginJobs(ground.registry(), ground.calls(), ground.host().clock(), without);
    }

    /** Begins to work; separate from building, so that nothing runs before everything stands. */
    void begin() {
        lifecycle.resume();
        if (work.runsJobs()) {
            work.scheduler().start();
        }
        work.scheduler().runSoon(work.rest().forgetting(), "");
        work.scheduler().runSoon(work.oldEvents(), "");
        work.scheduler().runSoon(new ForgetMails(work.mails().sent(), clock), "");
        if (work.sealing().isChanging()) {
            work.scheduler().runSoon(work.sealing().resealing(), "");
        }
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
        return work.records()::publish;
    }

    @Override
    public MailReturns mailReturns() {
        return new DeliveryReports(work.mails().sent(), work.mails().returned(), clock);
    }

    @Override
    public List<OpenRoute> routes() {
        return new RouteInventory(registry, work.rest()).list();
    }

    @Override
    public Health health() {
        return health.look();
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
        work.scheduler().close();
        lifecycle.stop();
        calls.close();
        outgoing.close();
    }
}
