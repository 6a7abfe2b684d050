package dev.quittance.stripe.webhook;

import dev.quittance.api.PluginContext;
import dev.quittance.api.host.Sealed;
import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.audit.Audit;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.storage.Backlog;
import dev.quittance.stripe.storage.Database;
import dev.quittance.stripe.webhook.InboxRepository.Arrival;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** The inbox as a person sees it: how it fares, what is stuck, and another try. Thread-safe. */
public final class Inbox {
    private static final Duration DAY = Duration.ofDays(1);

    /** As many as a person looks at. */
    private static final int MOST = 50;

    private final PluginContext context;
    private final Database database;
    private final EnvelopeReader reader = new EnvelopeReader();
    private final EventBodies bodies;
    private final InboxRepository repository = new InboxRepository();
    private final InboxReview review = new InboxReview();
    private final Audit audit;
    private final HeardRepository heard = new HeardRepository();

    /** The inbox in this database. */
    public Inbox(PluginContext context, Database database) {
        this.context = context;
        this.database = database;
        this.audit = new Audit(context);
        this.bodies = new EventBodies(context);
    }

    /** How the events of an endpoint fare. */
    public InboxHealth health(OrgId org, String endpointId) {
        Instant dayAgo = context.clock().instant().minus(DAY);
        return database.read(sql -> review.health(sql, org, endpointId, dayAgo));
    }

    /** What is stored and not taken in yet. */
    public Backlog waiting(OrgId org) {
        return database.read(sql -> review.backlog(sql, org, InboxRepository.RECEIVED));
    }

    /** Whether anything that came has not been looked at even once. */
    public boolean hasUntried(OrgId org) {
        return database.read(sql -> review.hasUntried(sql, org));
    }

    /** What was given up and waits for a person. */
    public Backlog parked(OrgId org) {
        return database.read(sql -> review.backlog(sql, org, InboxRepository.PARKED));
    }

    /** What had to be found by looking since Stripe was last heard at an endpoint. */
    public Backlog foundSinceHeard(OrgId org, String endpointId) {
        return database.read(sql -> heard.found(sql, org, endpointId));
    }

    /** When Stripe was last believed at an endpoint, UTC, to half a minute; empty if it never was. */
    public Optional<Instant> findLastHeard(OrgId org, String endpointId) {
        return database.read(sql -> heard.last(sql, org, endpointId));
    }

    /** What is parked or set aside, the newest first, at most 50. */
    public List<StuckEvent> listStuck(OrgId org) {
        return database.read(sql -> review.listStuck(sql, org, MOST));
    }

    /**
     * Stores events that were found by looking, unless they are known, and has them worked off. Safe to repeat.
     *
     * @param account whose
     * @param endpointId the address they would have come to
     * @param events each as Stripe's JSON
     */
    public void addFound(StripeAccount account, String endpointId, List<String> events) {
        Instant now = context.clock().instant();
        Endpoint endpoint =
                new Endpoint(account.org(), endpointId, account.stripeAccountId(), account.livemode(), List.of());
        List<Arrival> arrivals = new ArrayList<>();
        for (String event : events) {
            byte[] body = event.getBytes(StandardCharsets.UTF_8);
            reader.read(body).ifPresent(envelope -> arrivals.add(arrival(endpoint, envelope, body, now)));
        }
        if (arrivals.isEmpty()) {
            return;
        }
        database.inTransaction(tx -> repository.addNew(tx, arrivals));
        arrivals.stream()
                .map(arrival -> Webhooks.worker(arrival.envelope().objectId()))
                .distinct()
                .forEach(worker -> context.jobs().runSoon(Webhooks.JOB, worker));
    }

    private Arrival arrival(Endpoint endpoint, Envelope envelope, byte[] body, Instant now) {
        Sealed sealed = bodies.seal(endpoint, envelope.eventId(), body);
        return new Arrival(endpoint, envelope, sealed, "", InboxRepository.SWEEP, now);
    }

    /** When Stripe told us of an object, UTC; empty if it has not. */
    public Optional<Instant> findToldAbout(OrgId org, String objectId) {
        return database.read(sql -> review.toldAbout(sql, org, objectId));
    }

    /**
     * Has a stuck event tried again from its stored bytes, with all its tries. Safe to repeat.
     *
     * @param key as {@link StuckEvent#key} names it
     * @param by the user's id
     * @return whether there was such an event
     */
    public boolean replay(OrgId org, String key, String by) {
        boolean found = decided(org, key, new Audit.Deed("event_replayed", by, "event/" + key, ""), review::replay);
        if (found) {
            context.jobs().runSoon(Webhooks.JOB, Webhooks.worker(key));
        }
        return found;
    }

    /**
     * Notes that a person has looked at a stuck event and nothing is to come of it. Safe to repeat.
     *
     * @param key as {@link StuckEvent#key} names it
     * @param by the user's id
     * @return whether there was such an event
     */
    public boolean dismiss(OrgId org, String key, String by) {
        return decided(org, key, new Audit.Deed("event_dismissed", by, "event/" + key, ""), review::dismiss);
    }

    /** A person's decision about a stuck event; how many events it changed. */
    private interface Change {
        int of(DSLContext tx, OrgId org, String endpointId, String eventId, Instant now);
    }

    private boolean decided(OrgId org, String key, Audit.Deed deed, Change change) {
        String[] parts = key.split("/", 2);
        if (parts.length < 2) {
            return false;
        }
        Instant now = context.clock().instant();
        return database.transaction(tx -> {
            boolean isStuck = change.of(tx, org, parts[0], parts[1], now) == 1;
            if (isStuck) {
                audit.add(tx, org, deed);
            }
            return isStuck;
        });
    }
}
