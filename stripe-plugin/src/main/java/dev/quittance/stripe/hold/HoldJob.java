package dev.quittance.stripe.hold;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.job.JobHandler;
import dev.quittance.api.job.JobRun;
import dev.quittance.stripe.connection.Connections;
import dev.quittance.stripe.installation.Hold;
import dev.quittance.stripe.installation.Installations;
import java.time.Duration;
import java.util.Optional;
import org.pf4j.Extension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks on start and every minute whether anything is held, and has Stripe looked through until it is known what these books missed. */
@Extension
final class HoldJob implements JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(HoldJob.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    /** The job that looks through Stripe's events. */
    private static final String LOOK = "event-sweep";

    private final PluginContext context;
    private final Installations installations;
    private final Connections connections;

    HoldJob(PluginContext context, Installations installations, Connections connections) {
        this.context = context;
        this.installations = installations;
        this.connections = connections;
    }

    @Override
    public String id() {
        return "hold";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(EVERY);
    }

    @Override
    public void run(JobRun run) {
        for (OrgId org : connections.listOrganisations()) {
            try {
                look(org);
            } catch (RuntimeException e) {
                LOG.warn("whether money of {} is held could not be read: {}", org.value(), e.toString());
            }
        }
    }

    private void look(OrgId org) {
        Optional<Hold> hold = installations.findHold(org);
        if (hold.filter(one -> !one.isLookedThrough()).isPresent()) {
            LOG.debug("{} is held; Stripe is looked through", org.value());
            context.jobs().runSoon(LOOK, "hold");
        }
    }
}
