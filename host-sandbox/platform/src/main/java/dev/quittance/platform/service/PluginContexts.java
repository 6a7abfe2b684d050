package dev.quittance.platform.service;

import dev.quittance.api.PluginContext;
import dev.quittance.api.PluginInfo;
import dev.quittance.api.host.Chance;
import dev.quittance.api.host.Ids;
import dev.quittance.api.host.Mail;
import dev.quittance.api.host.Metrics;
import dev.quittance.api.host.Notifications;
import dev.quittance.api.host.Outgoing;
import dev.quittance.api.host.PaymentHooks;
import dev.quittance.api.host.Secrets;
import dev.quittance.api.host.Urls;
import dev.quittance.api.job.Jobs;
import dev.quittance.api.record.Records;
import dev.quittance.api.record.Settlements;
import dev.quittance.platform.bounce.SentMails;
import dev.quittance.platform.extension.Calls;
import dev.quittance.platform.extension.HostSide;
import dev.quittance.platform.extension.MessageBundles;
import dev.quittance.platform.extension.Origins;
import dev.quittance.platform.extension.PluginManifest;
import dev.quittance.platform.host.Host;
import dev.quittance.platform.jobs.PluginJobs;
import dev.quittance.platform.meter.Meters;
import dev.quittance.platform.payment.PaymentParticipants;
import dev.quittance.platform.render.Links;
import dev.quittance.platform.render.Templates;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/** Makes the services of a plugin, each time it is enabled. Thread-safe. */
public final class PluginContexts {
    private final Host host;
    private final Shared shared;
    private final Sealing sealing;
    private final SmtpMail smtp;
    private final SecureRandom random = new SecureRandom();
    private final Product product;
    private final HostFacts facts;

    /**
     * What all plugins' services share.
     *
     * @param calls the gate into plugins
     * @param jobs jobs
     * @param participants hooks
     * @param origins where the sandbox leads origins
     * @param templates for mails
     * @param client for outgoing requests
     * @param meters what is counted
     * @param sent which mails were sent
     */
    public record Shared(
            Calls calls,
            PluginJobs jobs,
            PaymentParticipants participants,
            Origins origins,
            Templates templates,
            HttpClient client,
            Meters meters,
            SentMails sent) {}

    /** The kind of database and the schema that the host's pool is usually in. */
    private record Product(String name, String usualSchema) {}

    /** Services on this host. */
    public PluginContexts(Host host, Sealing sealing, Shared shared) {
        this.host = host;
        this.shared = shared;
        this.sealing = sealing;
        this.smtp = new SmtpMail(host.mailServer(), host.clock());
        this.product = productOf(host.dataSource());
        this.facts = HostFacts.read(host.dataSource(), host.publicUrl(), sealing.fingerprints());
    }

    /** A plugin's services, valid until they are revoked. */
    public PluginServices make(PluginManifest manifest, MessageBundles messages, String schema) {
        String id = manifest.id();
        Revocation revocation = new Revocation(id);
        Links links = new Links(manifest, host.publicUrl(), shared.origins()).inFull();
        HttpOutgoing.Way way = new HttpOutgoing.Way(shared.client(), new PublicAddresses(InetAddress::getAllByName));
        Metered metered = new Metered(shared.meters(), manifest);
        Secrets secrets = sealing.secretsOf(manifest, schema);
        SchemaDataSource database = database(schema);
        PluginMail.PluginVoice voice =
                new PluginMail.PluginVoice(id, sealing.installationId(), messages, links, mailDomain());
        PluginMail.Post post = new PluginMail.Post(smtp, shared.sent(), host.clock());
        PluginFigures figures = new PluginFigures(shared.meters(), id);
        PluginContext context = new GivenContext(
                new PluginInfo(id, manifest.version(), sealing.installationId()),
                facts,
                revocation.guard(host.clock()),
                revocation.guard(Ids.class, new RisingIds(host.clock(), random)),
                revocation.guard(
                        Chance.class, bound -> ThreadLocalRandom.current().nextLong(bound)),
                new PooledPluginDatabase(database, schema, product.name()),
                revocation.guard(Jobs.class, shared.jobs().jobsOf(id)),
                revocation.guard(
                        Outgoing.class, metered.outgoing(new HttpOutgoing(way, manifest, shared.origins(), secrets))),
                revocation.guard(
                        Mail.class, metered.mail(new PluginMail(post, shared.templates(), host.records(), voice))),
                revocation.guard(
                        Notifications.class,
                        new PluginNotifications(id, host.notifications(), host.records(), messages, links)),
                revocation.guard(Secrets.class, secrets),
                revocation.guard(Urls.class, new PluginUrls(host.publicUrl(), id)),
                revocation.guard(Records.class, host.records()),
                revocation.guard(Settlements.class, host.settlements(id)),
                revocation.guard(PaymentHooks.class, shared.participants().hooksFor(id)),
                revocation.guard(Metrics.class, figures));
        return new PluginServices(context, revocation, database, figures);
    }

    /** In a pool of its own the usual schema is the plugin's. */
    private SchemaDataSource database(String schema) {
        Optional<DataSource> own = ownPool(schema);
        return new SchemaDataSource(
                own.orElseGet(host::dataSource),
                schema,
                own.isPresent() ? schema : product.usualSchema(),
                shared.calls(),
                Host.CONNECTIONS_PER_PLUGIN);
    }

    /** Threads of a pool that is made here must not keep the class loader of the plugin for which it is made. */
    private Optional<DataSource> ownPool(String schema) {
        try {
            return HostSide.run(() -> host.dataSourceIn(schema));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the host has no pool for a plugin", e);
        }
    }

    private String mailDomain() {
        String from = host.mailServer().from();
        return from.substring(from.indexOf('@') + 1);
    }

    private static Product productOf(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            String name = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
            String schema = connection.getSchema();
            return new Product(name, schema == null ? "public" : schema);
        } catch (SQLException e) {
            throw new IllegalStateException("the host's database cannot be reached", e);
        }
    }
}
