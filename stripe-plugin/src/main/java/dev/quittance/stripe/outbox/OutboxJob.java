package dev.quittance.stripe.outbox;

import dev.quittance.api.PluginContext;
import dev.quittance.api.job.JobHandler;
import dev.quittance.api.job.JobRun;
import dev.quittance.stripe.outbox.OutboxRepository.Claim;
import dev.quittance.stripe.storage.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.pf4j.Extension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers what is due, one row after the other: each claimed in a transaction, delivered outside, marked in another. */
@Extension
final class OutboxJob implements JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxJob.class);

    private static final Duration EVERY = Duration.ofSeconds(30);

    /** Far more than a mail server takes; whoever holds a row longer has crashed. */
    private static final Duration HELD = Duration.ofMinutes(2);

    /** Stays within a job's five minutes even if each delivery takes its time; the rest goes with the next run. */
    private static final Duration RUN = Duration.ofMinutes(2);

    /** With the pauses below, two days: a mail server that is down longer is for a person. */
    private static final int MAX_TRIES = 50;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** From this try on the pause does not grow. */
    private static final int LONGEST_PAUSE_FROM = 10;

    /** Spreads what failed together over a tenth of the pause. */
    private static final int JITTER_PARTS = 10;

    private final PluginContext context;
    private final Database database;
    private final Map<String, OutboxHandler> handlers;
    private final Held held;
    private final OutboxRepository repository = new OutboxRepository();

    OutboxJob(PluginContext context, Database database, Map<String, OutboxHandler> handlers, Held held) {
        this.context = context;
        this.database = database;
        this.handlers = Map.copyOf(handlers);
        this.held = held;
    }

    @Override
    public String id() {
        return Outbox.JOB;
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(EVERY);
    }

    @Override
    public void run(JobRun run) {
        Instant stop = context.clock().instant().plus(RUN);
        while (context.clock().instant().isBefore(stop)) {
            Instant now = context.clock().instant();
            Optional<Claim> claim =
                    database.transaction(tx -> repository.claim(tx, now, now.plus(HELD), held.waiting()));
            if (claim.isEmpty()) {
                return;
            }
            conclude(claim.get(), delivered(claim.get().row()));
        }
    }

    private OutboxOutcome delivered(OutboxRow row) {
        OutboxHandler handler = handlers.get(row.kind());
        if (handler == null) {
            // A row of a later version of the plugin: it waits until that version is back.
            return OutboxOutcome.retry("nobody delivers " + row.kind());
        }
        database.requireOutsideTransaction("a delivery");
        if (held.mayHaveLeft(row)) {
            return OutboxOutcome.failed(Held.MAY_HAVE_LEFT);
        }
        try {
            return handler.deliver(row);
        } catch (RuntimeException e) {
            LOG.warn("outbox row {} of kind {} was not delivered: {}", row.outboxId(), row.kind(), e.toString());
            return OutboxOutcome.retry(e.getClass().getSimpleName());
        }
    }

    private void conclude(Claim claim, OutboxOutcome outcome) {
        OutboxRow row = claim.row();
        Instant now = context.clock().instant();
        boolean isKnown = handlers.containsKey(row.kind());
        if (outcome.kind() == OutboxOutcome.Kind.RETRY && (!isKnown || row.tries() < MAX_TRIES)) {
            Instant again = now.plus(pauseAfter(row.tries()));
            // Waiting for a handler takes none of the tries that the handler will have.
            int tries = isKnown ? row.tries() : Math.min(row.tries(), LONGEST_PAUSE_FROM);
            boolean stored = database.transaction(tx -> repository.putOff(tx, claim, tries, outcome.reason(), again));
            if (stored) {
                context.jobs().runAt(Outbox.JOB, row.outboxId().toString(), again);
            }
            return;
        }
        OutboxOutcome end = outcome.kind() == OutboxOutcome.Kind.RETRY
                ? OutboxOutcome.failed("given up after " + row.tries() + " tries: " + outcome.reason())
                : outcome;
        boolean stored = database.transaction(tx -> {
            boolean ours = repository.finish(tx, claim, end, now);
            OutboxHandler handler = handlers.get(row.kind());
            if (ours && handler != null) {
                handler.finished(tx, row, end);
            }
            return ours;
        });
        if (stored && end.kind() == OutboxOutcome.Kind.FAILED) {
            LOG.warn("outbox row {} of kind {} failed: {}", row.outboxId(), row.kind(), end.reason());
        }
    }

    private Duration pauseAfter(int tries) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(tries - 1, 20));
        Duration pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        return pause.plusMillis(context.chance().below(pause.toMillis() / JITTER_PARTS));
    }
}
