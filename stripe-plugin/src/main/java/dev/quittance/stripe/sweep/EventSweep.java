package dev.quittance.stripe.sweep;

import dev.quittance.api.PluginContext;
import dev.quittance.api.job.JobHandler;
import dev.quittance.api.job.JobRun;
import dev.quittance.stripe.connection.Connection;
import dev.quittance.stripe.connection.Connections;
import dev.quittance.stripe.connection.EndpointCare;
import dev.quittance.stripe.connection.WebhookRegistration;
import dev.quittance.stripe.gateway.FoundEvents;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.gateway.StripeGateway;
import dev.quittance.stripe.installation.Installations;
import dev.quittance.stripe.storage.Database;
import dev.quittance.stripe.webhook.Inbox;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.pf4j.Extension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for what Stripe did and nobody told: on start and every ten minutes each account's events, from an hour before the last
 * look on, go into the inbox, where those that are known change nothing. What is older than Stripe keeps events is looked for among
 * the sessions themselves. Thread-safe.
 */
@Extension
public final class EventSweep implements JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(EventSweep.class);

    private static final Duration EVERY = Duration.ofMinutes(10);

    /** Stripe lists an event a moment after it made it, and clocks differ: what was looked at is looked at again. */
    private static final Duration OVERLAP = Duration.ofHours(1);

    /** Left to the webhooks, so that what they are about to bring does not count as lost. */
    private static final Duration ON_THE_WAY = Duration.ofMinutes(2);

    /** Stripe lists events for thirty days. */
    private static final Duration KEPT = Duration.ofDays(29);

    private static final Duration LONGEST_LOOK = Duration.ofDays(2);
    /** Stripe lets nobody make five hundred events in a second. */
    private static final Duration SHORTEST_LOOK = Duration.ofSeconds(1);

    /** Looks for one account in one run; the next run goes on from there. */
    private static final int LOOKS = 60;

    private final PluginContext context;
    private final Database database;
    private final StripeGateway gateway;
    private final Services services;
    private final SweepMarks marks = new SweepMarks();

    /**
     * What the sweep stands on.
     *
     * @param connections whose accounts
     * @param care their endpoints
     * @param inbox where events go
     * @param gap looks among the objects themselves
     * @param installations waits, while money is held, for everything to be looked through
     */
    public record Services(
            Connections connections, EndpointCare care, Inbox inbox, GapSweep gap, Installations installations) {}

    /** A sweep by these services. */
    public EventSweep(PluginContext context, Database database, StripeGateway gateway, Services services) {
        this.context = context;
        this.database = database;
        this.gateway = gateway;
        this.services = services;
    }

    @Override
    public String id() {
        return "event-sweep";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(EVERY);
    }

    @Override
    public void run(JobRun run) {
        for (Connection connection : services.connections().listWorking()) {
            try {
                hearAll(connection.stripeAccount());
                sweep(connection);
            } catch (RuntimeException e) {
                LOG.warn("events of connection {} could not be looked for", connection.connectionId(), e);
            }
        }
    }

    /** What an earlier version did not listen to is looked for as far back as Stripe keeps events, and told from now on. */
    private void hearAll(StripeAccount account) {
        if (services.care().hearsTooLittle(account)) {
            Instant oldest = context.clock().instant().minus(KEPT);
            database.inTransaction(tx -> marks.rewind(tx, account, oldest));
            services.care()
                    .subscribe(account)
                    .ifPresent(asked -> LOG.info("the endpoint of an earlier version hears more: {}", asked.state()));
        }
    }

    private void sweep(Connection connection) {
        StripeAccount account = connection.stripeAccount();
        Optional<String> endpointId = services.care().findEndpointId(account.org(), connection.connectionId());
        Instant now = context.clock().instant();
        Instant seen = database.read(sql -> marks.find(sql, account)).orElse(connection.connectedAt());
        Instant oldest = now.minus(KEPT);
        if (seen.isBefore(oldest)) {
            if (!services.gap().look(account, seen.minus(OVERLAP), now)) {
                LOG.info("connection {} was not looked through; it is tried again", connection.connectionId());
                return;
            }
            seen = oldest;
        }
        boolean isHeld = services.installations().findHold(account.org()).isPresent();
        Instant end = isHeld ? now : now.minus(ON_THE_WAY);
        if (endpointId.isPresent() && seen.isBefore(end)) {
            look(account, endpointId.get(), seen, end);
        }
    }

    /** Goes on look by look; each that was whole moves the mark, so that nothing is passed over. */
    private void look(StripeAccount account, String endpointId, Instant seen, Instant end) {
        Instant from = seen.minus(OVERLAP);
        Duration step = LONGEST_LOOK;
        for (int look = 0; look < LOOKS && from.isBefore(end); look++) {
            if (!gateway.hasSpare(account)) {
                context.jobs().runAt(id(), "rate", context.clock().instant().plusSeconds(2));
                return;
            }
            Instant to = from.plus(step).isBefore(end) ? from.plus(step) : end;
            Optional<FoundEvents> found = gateway.events(account, WebhookRegistration.EVENT_TYPES, from, to)
                    .answer();
            if (found.isEmpty()) {
                LOG.info(
                        "events of account {} could not be read; they are looked for again", account.stripeAccountId());
                return;
            }
            services.inbox().addFound(account, endpointId, found.get().events());
            boolean goOn = found.get().isWhole() || step.compareTo(SHORTEST_LOOK) <= 0;
            if (goOn) {
                Instant now = context.clock().instant();
                database.inTransaction(tx -> {
                    marks.save(tx, account, to, now);
                    services.installations().lookedTo(tx, account.org(), to);
                });
                from = to;
                step = LONGEST_LOOK;
            } else {
                step = step.dividedBy(4).compareTo(SHORTEST_LOOK) < 0 ? SHORTEST_LOOK : step.dividedBy(4);
            }
        }
    }
}
