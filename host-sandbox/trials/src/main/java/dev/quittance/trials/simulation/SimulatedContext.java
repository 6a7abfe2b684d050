package dev.quittance.trials.simulation;

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
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import javax.sql.DataSource;

/** What one process gives its plugin; worthless when the process is dead. */
final class SimulatedContext implements PluginContext {
    private static final Installation SIMULATED =
            new SimulatedInstallation(Set.of("simulated"), URI.create("https://crm.example"), "jdbc:simulated", "");

    private final Services services;
    private final Lifeline life;
    private final PluginDatabase database;
    private final Chance chance;

    SimulatedContext(Services services, Lifeline life) {
        this.services = services;
        this.life = life;
        Scene scene = services.scene();
        this.database = new SimulatedDatabase(scene.database().behind(new ProcessGate(services, life)));
        this.chance = scene.dice().named("plugin " + scene.clock().instant())::below;
    }

    /** One place for all incarnations: a simulated host dies and comes back where it was. */
    private record SimulatedInstallation(
            Set<String> keyFingerprints, URI publicUrl, String databaseAddress, String databaseIdentity)
            implements Installation {}

    private record SimulatedDatabase(DataSource dataSource) implements PluginDatabase {
        @Override
        public String schema() {
            return SeedDatabase.SCHEMA;
        }

        @Override
        public String product() {
            return "h2";
        }
    }

    @Override
    public PluginInfo plugin() {
        return services.plugin();
    }

    @Override
    public Installation installation() {
        return SIMULATED;
    }

    @Override
    public Clock clock() {
        return services.scene().clock();
    }

    @Override
    public Ids ids() {
        return services.ids();
    }

    @Override
    public Chance chance() {
        return chance;
    }

    @Override
    public PluginDatabase database() {
        return database;
    }

    @Override
    public Jobs jobs() {
        return services.jobs().of(life);
    }

    @Override
    public Outgoing outgoing() {
        return new SimulatedOutgoing(services, life);
    }

    @Override
    public Mail mail() {
        return new SimulatedMail(services, life);
    }

    @Override
    public Notifications notifications() {
        return notice -> {
            life.requireAlive();
            services.requireNoTransaction("a notice");
            services.scene().trace().step("plugin", "notice " + notice.key());
            refuseAtTimes("notice");
            services.scene().outside().noticed(notice);
        };
    }

    @Override
    public Secrets secrets() {
        return services.secrets();
    }

    @Override
    public Urls urls() {
        return new SimulatedUrls();
    }

    @Override
    public Records records() {
        return guarded(Records.class, services.scene().town(), false);
    }

    @Override
    public Settlements settlements() {
        return guarded(Settlements.class, services.scene().town().books(), true);
    }

    @Override
    public PaymentHooks paymentHooks() {
        return new SimulatedHooks(services, life, this::refuseAtTimes);
    }

    /** Nobody watches a simulation; a figure of a dead process is a mistake all the same. */
    @Override
    public Metrics metrics() {
        return (name, value) -> life.requireAlive();
    }

    /** A service of the living host, which is never called inside a transaction, and which at times fails before or after its work. */
    private <T> T guarded(Class<T> type, T real, boolean failsAtTimes) {
        String what = type.getSimpleName();
        return type.cast(Proxy.newProxyInstance(
                SimulatedContext.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    life.requireAlive();
                    services.requireNoTransaction(what);
                    try {
                        if (failsAtTimes) {
                            refuseAtTimes(what);
                        }
                        Object result = method.invoke(real, arguments);
                        if (failsAtTimes) {
                            refuseAtTimes(what + ", and yet did it");
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                }));
    }

    private void refuseAtTimes(String what) {
        if (services.scene().faults().strike(FaultKind.HOST_SERVICE_FAILED)) {
            throw new IllegalStateException("the host cannot do it now: " + what);
        }
    }
}
