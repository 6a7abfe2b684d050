package dev.quittance.platform.service;

import dev.quittance.api.PluginContext;
import dev.quittance.api.PluginInfo;
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

/** A plugin's services, each behind the switch that revokes it. */
record GivenContext(
        PluginInfo plugin,
        Installation installation,
        Clock clock,
        Ids ids,
        Chance chance,
        PluginDatabase database,
        Jobs jobs,
        Outgoing outgoing,
        Mail mail,
        Notifications notifications,
        Secrets secrets,
        Urls urls,
        Records records,
        Settlements settlements,
        PaymentHooks paymentHooks,
        Metrics metrics)
        implements PluginContext {}
