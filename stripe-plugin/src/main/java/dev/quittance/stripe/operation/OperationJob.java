package dev.quittance.stripe.operation;

import dev.quittance.api.PluginContext;
import dev.quittance.api.job.JobHandler;
import dev.quittance.api.job.JobRun;
import dev.quittance.stripe.gateway.Outcome;
import dev.quittance.stripe.gateway.StripeAccounts;
import dev.quittance.stripe.operation.OperationRepository.Due;
import dev.quittance.stripe.operation.OperationRepository.Step;
import dev.quittance.stripe.storage.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.pf4j.Extension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings every operation without an answer to its end: sends it again while its key lives, and looks for it by reading. */
@Extension
final class OperationJob implements JobHandler {
    static final String ID = "operations";

    private static final Logger LOG = LoggerFactory.getLogger(OperationJob.class);
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final Operations operations;
    private final PluginContext context;
    private final Database database;
    private final RecentLookup lookup;

    OperationJob(Operations operations, PluginContext context, Database database, RecentLookup lookup) {
        this.operations = operations;
        this.context = context;
        this.database = database;
        this.lookup = lookup;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(EVERY);
    }

    @Override
    public void run(JobRun run) {
        Instant now = context.clock().instant();
        for (Due due : database.read(sql -> operations.repository().listDue(sql, now))) {
            try {
                Operation operation = operations.get(due.org(), due.operationId());
                if (operations.hasSpare(operation)) {
                    resolve(operation, now);
                } else {
                    // It stays due; the rate of its account is for customers now.
                    context.jobs().runAt(ID, "rate", now.plus(Patience.RATE));
                }
            } catch (RuntimeException e) {
                // One operation that cannot go on must not stop the others; it stays due.
                LOG.warn("operation {} could not go on: {}", due.operationId(), e.toString());
            }
        }
    }

    private void resolve(Operation operation, Instant now) {
        if (operations.isHeld(operation)) {
            // Not even looked for: what is missing from an older state of the books is no proof of anything.
            Operation held = operations.held(operation);
            LOG.debug("operation {} is held", held.operationId());
            return;
        }
        boolean mayHaveRun = operation.firstSentAt().isPresent();
        if (operation.state() == OperationState.SENT && Operations.isJustSending(operation, now)) {
            return;
        }
        boolean keyAlive = Operations.isKeyAlive(operation, now);
        boolean absenceCounts = isAbsenceProof(operation, now);
        boolean onlyReading = !keyAlive || isAnsweredWith500(operation);
        if (mayHaveRun && lookup.canFind(operation) && (absenceCounts || onlyReading)) {
            look(operation, now, absenceCounts);
        } else if (!mayHaveRun || keyAlive) {
            Operation after = operations.perform(operation.org(), operation.operationId());
            LOG.debug("operation {} is {}", after.operationId(), after.state());
        } else if (operations.effect(operation.kind()).mayBeAbandoned()) {
            giveUp(operation, "key_expired");
        } else if (operations.access(operation) != StripeAccounts.Access.OPEN) {
            // Nobody can look now: it stays parked rather than counting as lost.
            Operation parked = operations.perform(operation.org(), operation.operationId());
            LOG.debug("operation {} waits: {}", parked.operationId(), parked.errorCode());
        } else {
            // Sending again could do it twice, and there is no list to look it up in.
            Operation ended =
                    database.transaction(tx -> conclude(tx, operation, OperationState.QUARANTINED, Optional.empty()));
            LOG.warn("operation {} of kind {} needs a person", ended.operationId(), ended.kind());
        }
    }

    /** A key that met a 5xx may give the same answer for as long as it lives. */
    private static boolean isAnsweredWith500(Operation operation) {
        return operation.httpStatus() >= 500 && operation.tries() >= Patience.TRIES_AFTER_500;
    }

    private void giveUp(Operation seen, String code) {
        Operation ended = database.transaction(tx -> {
            Operation locked = operations.repository().lock(tx, seen.org(), seen.operationId());
            return locked.state().isFinal() || locked.version() != seen.version()
                    ? locked
                    : operations.conclude(tx, locked, Decision.givenUp(locked, code));
        });
        LOG.info("operation {} is {}: {}", ended.operationId(), ended.state(), code);
    }

    /** Whether what a consistent list does not show by now was never done. */
    private boolean isAbsenceProof(Operation operation, Instant now) {
        Instant last = operation.lastSentAt().orElse(now);
        if (operations.effect(operation.kind()).movesMoney()) {
            return !now.isBefore(last.plus(Patience.ABSENCE_OF_MONEY));
        }
        Instant first = operation.firstSentAt().orElse(now);
        return operation.httpStatus() >= 500 || !now.isBefore(first.plus(Patience.ABSENCE_OF_OTHERS));
    }

    private void look(Operation operation, Instant now, boolean absenceCounts) {
        Instant first = operation.firstSentAt().orElse(now);
        Outcome<Optional<String>> found = lookup.find(operations.account(operation), operation, first);
        boolean certain =
                found.answer().map(json -> json.isPresent() || absenceCounts).orElse(false);
        if (!certain && isOutOfReach(operation, found)) {
            giveUp(operation, Operations.ACCOUNT_DISCONNECTED);
            return;
        }
        if (!certain) {
            boolean open = operations.access(operation) == StripeAccounts.Access.OPEN;
            Duration wait = open ? Patience.pauseAfter(operation.tries()) : Patience.KEY_TROUBLE;
            database.inTransaction(tx -> {
                Operation locked = operations.repository().lock(tx, operation.org(), operation.operationId());
                if (!locked.state().isFinal()) {
                    operations.repository().lookAgain(tx, locked, now.plus(wait));
                }
            });
            return;
        }
        Optional<String> json = found.answer().orElseThrow();
        OperationState state = json.isPresent() ? OperationState.ACCEPTED : OperationState.ABSENT;
        Operation after = database.transaction(tx -> conclude(tx, operation, state, json));
        LOG.info("operation {} is {} after looking", after.operationId(), after.state());
    }

    /** The account is no longer in use, its key no longer opens it, and nobody has the address of what may be there. */
    private boolean isOutOfReach(Operation operation, Outcome<Optional<String>> found) {
        boolean closed = found.fold(a -> false, d -> false, Outcome.Refused::isKeyTrouble, u -> false);
        return closed
                && operations.effect(operation.kind()).mayBeAbandoned()
                && operations.access(operation) == StripeAccounts.Access.DISCONNECTED;
    }

    /** Concludes unless somebody has sent or concluded it since we looked. */
    private Operation conclude(DSLContext tx, Operation seen, OperationState state, Optional<String> json) {
        Operation locked = operations.repository().lock(tx, seen.org(), seen.operationId());
        if (locked.state().isFinal() || locked.version() != seen.version()) {
            return locked;
        }
        if (json.isPresent()) {
            Outcome<String> accepted = new Outcome.Accepted<>(json.get(), "");
            Decision decision = Decision.of(
                    accepted,
                    locked,
                    operations.effect(locked.kind()),
                    true,
                    context.clock().instant());
            return operations.conclude(tx, locked, decision);
        }
        String code = state == OperationState.ABSENT ? "never_made" : "key_expired";
        Step step = new Step(state, locked.firstSentAt().orElse(null), null, locked.httpStatus(), code, "", "");
        return operations.conclude(tx, locked, new Decision(step, Optional.empty(), false));
    }
}
