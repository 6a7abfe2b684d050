package dev.quittance.stripe.watch;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.job.JobHandler;
import dev.quittance.stripe.connection.Connection;
import dev.quittance.stripe.connection.Connections;
import dev.quittance.stripe.connection.EndpointCare;
import dev.quittance.stripe.installation.Hold;
import dev.quittance.stripe.operation.OperationReview;
import dev.quittance.stripe.operation.Operations;
import dev.quittance.stripe.outbox.Outbox;
import dev.quittance.stripe.outbox.OutboxHandler;
import dev.quittance.stripe.payment.Discrepancies;
import dev.quittance.stripe.storage.Backlog;
import dev.quittance.stripe.storage.Database;
import dev.quittance.stripe.webhook.Inbox;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How far an organisation's work is behind. Every reading is bounded by an index. Thread-safe. */
public final class Watch {
    private final PluginContext context;
    private final Database database;
    private final Services services;

    /**
     * Where the work is kept.
     *
     * @param connections which accounts there are
     * @param care where their webhooks come to
     * @param inbox events
     * @param outbox effects
     * @param calls calls to Stripe
     * @param discrepancies where the books disagree
     * @param operations whether money is held
     */
    public record Services(
            Connections connections,
            EndpointCare care,
            Inbox inbox,
            Outbox outbox,
            OperationReview calls,
            Discrepancies discrepancies,
            Operations operations) {}

    /** A watch over these. */
    public Watch(PluginContext context, Database database, Services services) {
        this.context = context;
        this.database = database;
        this.services = services;
    }

    /** Everything that is watched, each once. Never inside a transaction. */
    public List<Reading> read(OrgId org) {
        return List.of(
                new Reading(Watched.INBOX, services.inbox().waiting(org)),
                new Reading(Watched.OUTBOX, services.outbox().waiting(org)),
                new Reading(Watched.UNKNOWN_CALLS, services.calls().unknown(org)),
                new Reading(Watched.PARKED_EVENTS, services.inbox().parked(org)),
                new Reading(Watched.DISCREPANCIES, services.discrepancies().open(org)),
                new Reading(Watched.SILENCE, silence(org)),
                new Reading(Watched.DEAD_LETTERS, services.outbox().dead(org)),
                new Reading(Watched.HELD, held(org)));
    }

    private Backlog held(OrgId org) {
        return Backlog.of(services.operations().installations().findHold(org).map(Hold::beganAt).stream()
                .collect(Collectors.toUnmodifiableList()));
    }

    /** Nothing where Stripe cannot reach us anyway: the page says so, and looking is all there is. */
    private Backlog silence(OrgId org) {
        return endpoint(org)
                .map(endpointId -> services.inbox().foundSinceHeard(org, endpointId))
                .orElse(Backlog.none());
    }

    /** When Stripe was last believed, UTC; empty where it never was, or cannot reach us. */
    Optional<Instant> findLastHeard(OrgId org) {
        return endpoint(org).flatMap(endpointId -> services.inbox().findLastHeard(org, endpointId));
    }

    private Optional<String> endpoint(OrgId org) {
        return services.connections()
                .findLive(org)
                .filter(Connection::webhooksOn)
                .flatMap(live -> services.care().findEndpointId(org, live.connectionId()));
    }

    /** All whose work is watched. */
    List<OrgId> organisations() {
        return services.connections().listOrganisations();
    }

    /** The job that looks each minute. */
    public JobHandler job() {
        return new WatchJob(context, this, new Alarms(context, database, services.outbox()));
    }

    /** Tells an admin what the job found. */
    public OutboxHandler notices() {
        return new WatchNotice(context);
    }
}
