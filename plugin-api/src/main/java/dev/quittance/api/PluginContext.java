package dev.quittance.api;

import dev.quittance.api.host.Chance;
import dev.quittance.api.host.Ids;
import dev.quittance.api.host.Installation;
import dev.quittance.api.host.Mail;
import dev.quittance.api.host.Metrics;
import dev.quittance.api.host.Notifications;
import dev.quittance.api.host.Outgoing;
import dev.quittance.api.host.PaymentHooks;
import dev.quittance.api.host.PluginDatabase;
import dev.quittance.api.host.Secrets;
import dev.quittance.api.host.Urls;
import dev.quittance.api.job.Jobs;
import dev.quittance.api.record.Records;
import dev.quittance.api.record.Settlements;
import java.time.Clock;

/**
 * Everything a plugin gets from its host; there is no other door. One instance for each time the plugin is enabled. After the
 * plugin is disabled every service answers with {@link IllegalStateException}, so a reference that leaked cannot act. All
 * services are thread-safe. Time, ids, chance, jobs, transactions and HTTP come from here alone, which is what lets a
 * simulation stand in for the world.
 */
@ImplementedByHost
public interface PluginContext {
    /** The plugin and the installation it runs in. */
    PluginInfo plugin();

    /** Where and by what the host runs, by which a copy of it is told from it. */
    Installation installation();

    /** Time, in UTC. The host may move it in a sandbox; it never runs backwards by the host's own doing. */
    Clock clock();

    /** Identifiers and unguessable tokens. */
    Ids ids();

    /** Chance that is not secret: jitter, ties. */
    Chance chance();

    /** The plugin's own schema in the host's database. */
    PluginDatabase database();

    /** Work to do later. */
    Jobs jobs();

    /** HTTP to the origins that the plugin's manifest declares. */
    Outgoing outgoing();

    /** E-mail. */
    Mail mail();

    /** Notices to the host's users. */
    Notifications notifications();

    /** Sealing of what must not lie about in clear. */
    Secrets secrets();

    /** Addresses of pages, as people outside reach them. */
    Urls urls();

    /** The host's records. */
    Records records();

    /** The host's own books of what was paid. */
    Settlements settlements();

    /** The other plugins' part in payments. */
    PaymentHooks paymentHooks();

    /** Figures for whoever watches over the host. */
    Metrics metrics();
}
