package dev.quittance.stripe.webhook;

import dev.quittance.api.PluginContext;
import dev.quittance.api.job.JobHandler;
import dev.quittance.api.job.JobRun;
import dev.quittance.stripe.installation.Installations;
import dev.quittance.stripe.storage.Database;
import dev.quittance.stripe.webhook.InboxRepository.Claim;
import dev.quittance.stripe.webhook.InboxRepository.Claimed;
import dev.quittance.stripe.webhook.InboxRepository.Held;
import dev.quittance.stripe.webhook.InboxRepository.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jooq.exception.DataAccessException;
import org.pf4j.Extension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works the inbox off: each event claimed in a transaction, looked into outside, and marked together with what it changed. */
@Extension
final class WebhookJob implements JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookJob.class);

    private static final Duration EVERY = Duration.ofSeconds(30);

    /** A handler reads at Stripe a few times, 20 s each at most; whoever holds an event longer has crashed. */
    private static final Duration HELD = Duration.ofMinutes(2);

    /** Stays within a job's five minutes; the rest goes with the next run. */
    private static final Duration RUN = Duration.ofMinutes(2);

    /** Ten tries over a day; then a person looks. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));

    /** As many as are settled together at most, where none of them is ours; each try of a crowd takes twice as many. */
    private static final int MOST_AT_ONCE = 64;

    /** Where Stripe or the database is what fails, it is asked again this often. */
    private static final Duration PASSING_PAUSE = Duration.ofHours(1);

    /** More than four days: longer than any trouble of Stripe's or of a database that nobody mends, then a person looks. */
    private static final int PASSING_TRIES = 100;

    /** Somebody else holds the event by now: what was written with the mark must not stand. */
    private static final class ClaimLost extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final PluginContext context;
    private final Database database;
    private final Map<String, WebhookHandler> handlers;
    private final Surroundings surroundings;
    private final EnvelopeReader reader = new EnvelopeReader();
    private final EventBodies bodies;
    private final InboxRepository repository = new InboxRepository();
    private final HeardRepository heardRepository = new HeardRepository();

    /** What intake counts in memory, what is ours at Stripe, and what each holds that settles a crowd. */
    record Surroundings(Rejections rejections, Heard heard, Installations installations, Semaphore crowds) {}

    WebhookJob(
            PluginContext context, Database database, Map<String, WebhookHandler> handlers, Surroundings surroundings) {
        this.surroundings = surroundings;
        this.context = context;
        this.database = database;
        this.bodies = new EventBodies(context);
        this.handlers = Map.copyOf(handlers);
    }

    @Override
    public String id() {
        return Webhooks.JOB;
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(EVERY);
    }

    @Override
    public void run(JobRun run) {
        storeRejections();
        if (run.key().isEmpty()) {
            storeHeard();
        }
        Instant stop = context.clock().instant().plus(RUN);
        boolean inCrowd = false;
        try {
            int most = 1;
            boolean isMore = true;
            while (isMore && context.clock().instant().isBefore(stop)) {
                Claimed claimed = claim(most);
                boolean ours = work(claimed.claims());
                if (ours && inCrowd) {
                    surroundings.crowds().release();
                    inCrowd = false;
                } else if (!ours && !inCrowd) {
                    inCrowd = surroundings.crowds().tryAcquire();
                }
                most = ours ? 1 : Math.min(MOST_AT_ONCE, 2 * most);
                // Where enough settle the crowd already, they find what is left of it too.
                isMore = claimed.isMore() && (ours || inCrowd);
            }
        } finally {
            if (inCrowd) {
                surroundings.crowds().release();
            }
        }
    }

    private Claimed claim(int most) {
        Instant from = context.clock().instant();
        UUID holder = context.ids().next();
        return database.transaction(tx -> repository.claim(tx, holder, new Held(from, from.plus(HELD)), most));
    }

    /**
     * Settles together what is not ours, and looks into the first that is; the others that are ours go back, for whoever has time.
     * Whether any was ours: then they are taken one by one, so that several workers share them.
     */
    private boolean work(List<Claim> claims) {
        List<Claim> ours = new ArrayList<>();
        Map<Claim, Handled> others = new LinkedHashMap<>();
        for (Claim claim : claims) {
            try {
                notOurs(claim).ifPresentOrElse(handled -> others.put(claim, handled), () -> ours.add(claim));
            } catch (RuntimeException e) {
                LOG.warn("event {} could not be opened: {}", claim.event().eventId(), e.toString());
                putOff(claim, e);
            }
        }
        if (!others.isEmpty()) {
            settle(others);
        }
        if (ours.size() > 1) {
            Instant now = context.clock().instant();
            database.inTransaction(tx -> repository.giveBack(tx, ours.subList(1, ours.size()), now));
        }
        if (!ours.isEmpty()) {
            work(ours.get(0));
        }
        return !ours.isEmpty();
    }

    private void settle(Map<Claim, Handled> others) {
        try {
            mark(others);
        } catch (RuntimeException e) {
            // Whichever of them it was: each is put off by itself, so that one which never fits is parked in the end.
            LOG.warn("{} events could not be settled together: {}", others.size(), e.toString());
            others.keySet().forEach(claim -> putOff(claim, e));
        }
    }

    /** Nothing but the mark is written, so that one which was taken over meanwhile does not matter to the others. */
    private void mark(Map<Claim, Handled> others) {
        Instant now = context.clock().instant();
        long marked = database.transaction(tx -> {
            long count = others.entrySet().stream()
                    .filter(one -> repository.mark(tx, one.getKey(), marked(one.getKey(), one.getValue(), now)))
                    .count();
            repository.giveUpTurns(tx, List.copyOf(others.keySet()));
            return count;
        });
        LOG.debug("{} of {} events were somebody else's business", marked, others.size());
    }

    private void storeRejections() {
        List<Rejections.Counted> counted = surroundings.rejections().take();
        if (!counted.isEmpty()) {
            database.inTransaction(tx -> repository.addRejections(tx, counted));
        }
    }

    /** By schedule alone: after every event it would be a row that everybody waits for. */
    private void storeHeard() {
        Map<Heard.Where, Instant> heard = surroundings.heard().take();
        if (!heard.isEmpty()) {
            database.inTransaction(tx -> heardRepository.save(tx, heard));
        }
    }

    private void work(Claim claim) {
        try {
            database.requireOutsideTransaction("an event's handler");
            WebhookEffect effect = Objects.requireNonNull(
                            handlers.get(claim.event().type()), "a handler")
                    .handle(claim.event());
            database.inTransaction(tx -> {
                Handled handled = effect.write(tx);
                Instant now = context.clock().instant();
                if (!repository.mark(tx, claim, marked(claim, handled, now))) {
                    throw new ClaimLost();
                }
                repository.giveUpTurns(tx, List.of(claim));
            });
            effect.committed();
        } catch (ClaimLost e) {
            LOG.info("event {} was taken over meanwhile", claim.event().eventId());
        } catch (NotNow e) {
            LOG.debug("event {} waits: {}", claim.event().eventId(), e.getMessage());
            // Nothing is wrong with the event: the try does not count.
            tryAgain(claim, String.valueOf(e.getMessage()), claim.event().tries() - 1, e.pause());
        } catch (RuntimeException e) {
            LOG.warn("event {} could not be taken in: {}", claim.event().eventId(), e.toString());
            putOff(claim, e);
        }
    }

    private static Mark marked(Claim claim, Handled handled, Instant now) {
        return new Mark(handled.kind().name(), handled.reason(), claim.event().tries(), null, now);
    }

    /** What is known of an event without looking at Stripe; empty if its handler has to look. */
    private Optional<Handled> notOurs(Claim claim) {
        WebhookEvent event = claim.event();
        WebhookHandler handler = handlers.get(event.type());
        if (handler == null) {
            return Optional.of(Handled.ignored("not of interest"));
        }
        byte[] body = bodies.open(event, claim.body());
        Optional<Envelope> envelope = reader.read(body);
        if (envelope.isEmpty()) {
            return Optional.of(Handled.quarantined("not readable"));
        }
        String installation = envelope.get().metadata().getOrDefault("q_installation", "");
        return handler.needsOwnMetadata() && !surroundings.installations().isOurs(event.org(), installation)
                ? Optional.of(Handled.ignored(installation.isEmpty() ? "not made here" : "of another installation"))
                : Optional.empty();
    }

    private void putOff(Claim claim, RuntimeException cause) {
        int tries = claim.event().tries();
        String reason = cause.getClass().getSimpleName();
        boolean isPassing = cause instanceof PassingTrouble || cause instanceof DataAccessException;
        if (tries <= (isPassing ? PASSING_TRIES : PAUSES.size())) {
            Duration pause = PAUSES.get(Math.min(tries, PAUSES.size()) - 1);
            tryAgain(claim, reason, tries, isPassing && pause.compareTo(PASSING_PAUSE) > 0 ? PASSING_PAUSE : pause);
            return;
        }
        Instant now = context.clock().instant();
        boolean parked = database.transaction(tx -> {
            repository.giveUpTurns(tx, List.of(claim));
            return repository.mark(tx, claim, new Mark(InboxRepository.PARKED, reason, tries, null, now));
        });
        LOG.warn("event {} is parked: {}", claim.event().eventId(), parked);
    }

    private void tryAgain(Claim claim, String reason, int tries, Duration pause) {
        Instant now = context.clock().instant();
        Instant again = now.plus(pause);
        boolean stored = database.transaction(tx -> {
            repository.giveUpTurns(tx, List.of(claim));
            return repository.mark(tx, claim, new Mark(InboxRepository.RECEIVED, reason, tries, again, now));
        });
        if (stored) {
            context.jobs().runAt(Webhooks.JOB, Webhooks.worker(claim.event().objectId()), again);
        }
    }
}
