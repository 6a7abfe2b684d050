package dev.quittance.stripe.operation;

import dev.quittance.api.PluginContext;
import dev.quittance.api.host.Sealed;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.job.JobHandler;
import dev.quittance.stripe.gateway.Outcome;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.gateway.StripeAccounts;
import dev.quittance.stripe.gateway.StripeGateway;
import dev.quittance.stripe.installation.Installations;
import dev.quittance.stripe.operation.OperationRepository.Stored;
import dev.quittance.stripe.storage.Database;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** Mutating calls to Stripe: prepared in the caller's transaction, performed after its commit. Thread-safe. */
public final class Operations {
    /** Why a call was given up whose account is no longer in use. */
    static final String ACCOUNT_DISCONNECTED = "account_disconnected";

    /** Why a call that moves money waits: nobody knows yet whether this is the installation. */
    static final String HELD = "held";

    /** Why a call was given up in a copy: the other installation makes it, or nobody does. */
    private static final String COPY = "copy";

    private final PluginContext context;
    private final Database database;
    private final StripeGateway gateway;
    private final StripeAccounts accounts;
    private final Map<String, OperationEffect> effects;
    private final OperationAlarm alarm;
    private final Installations installations;
    private final OperationRepository repository = new OperationRepository();

    /**
     * What surrounds the operations.
     *
     * @param accounts whose key, and whether it may be used
     * @param effects where answers go, one for each kind
     * @param alarm hears of what needs a person
     * @param installations whether money is held
     */
    public record Surroundings(
            StripeAccounts accounts, List<OperationEffect> effects, OperationAlarm alarm, Installations installations) {
        /** Copies the effects. */
        public Surroundings {
            effects = List.copyOf(effects);
        }
    }

    /** Operations in these surroundings. */
    public Operations(PluginContext context, Database database, StripeGateway gateway, Surroundings surroundings) {
        this.context = context;
        this.database = database;
        this.gateway = gateway;
        this.accounts = surroundings.accounts();
        this.alarm = surroundings.alarm();
        this.installations = surroundings.installations();
        Map<String, OperationEffect> byKind = new TreeMap<>();
        for (OperationEffect effect : surroundings.effects()) {
            if (byKind.put(effect.kind(), effect) != null) {
                throw new IllegalArgumentException("two effects of kind " + effect.kind());
            }
        }
        this.effects = Map.copyOf(byKind);
    }

    /**
     * Writes the operation down, PREPARED, in the caller's transaction.
     *
     * @param operationId chosen by the caller, since the metadata names it
     */
    public Operation prepare(DSLContext tx, UUID operationId, OperationDraft draft) {
        effect(draft.kind());
        StripeAccount account = draft.account();
        Operation operation = new Operation(
                account.org(),
                operationId,
                draft.kind(),
                account.connectionId(),
                account.stripeAccountId(),
                account.livemode(),
                draft.path(),
                draft.subjectId(),
                OperationState.PREPARED,
                0,
                Optional.empty(),
                Optional.empty(),
                0,
                "",
                "",
                1);
        Sealed body = context.secrets().seal(account.org(), purpose(operationId), FormBody.encoded(draft.parameters()));
        Instant now = context.clock().instant();
        // The caller performs it right after its commit; the job takes over what a crash left.
        repository.add(tx, operation, body, now, now.plus(Patience.SENDING));
        return operation;
    }

    /**
     * Commits that it is being sent, sends it, and commits the answer together with its effect. Safe to call again: what is
     * PREPARED or UNKNOWN is sent with the same bytes and key, what is final stays. What moves money waits while money is held.
     *
     * @return the operation as it stands after the call: final, PREPARED (Stripe could not be reached, refused the key or its
     *     account is not in use, nothing was done), UNKNOWN, or SENT while somebody else is just sending it
     * @throws IllegalStateException inside a transaction
     * @throws dev.quittance.api.PluginException if the host cannot open the key or the bytes
     */
    public Operation perform(OrgId org, UUID operationId) {
        database.requireOutsideTransaction("a call to Stripe");
        Stored stored = database.read(sql -> repository.find(sql, org, operationId))
                .orElseThrow(() -> OperationRepository.absent(operationId));
        Operation before = stored.operation();
        if (before.state().isFinal()) {
            return before;
        }
        if (isHeld(before)) {
            return held(before);
        }
        StripeAccounts.Access access = accounts.access(org, before.connectionId());
        if (access != StripeAccounts.Access.OPEN) {
            return parked(before, access);
        }
        StripeAccount account = account(before);
        byte[] body = context.secrets().open(org, purpose(operationId), stored.body());
        Optional<Operation> sending = database.transaction(tx -> begin(tx, before));
        if (sending.isEmpty()) {
            return get(org, operationId);
        }
        boolean mayHaveRun = before.firstSentAt().isPresent();
        Outcome<String> outcome = gateway.send(account, before.path(), body, before.idempotencyKey());
        Operation after = database.transaction(tx -> answered(tx, sending.get(), outcome, mayHaveRun));
        if (!after.state().isFinal()) {
            context.jobs().runAt(OperationJob.ID, operationId.toString(), nextCheck(after));
        }
        return after;
    }

    /**
     * The operation as it stands.
     *
     * @throws IllegalArgumentException if this organisation has none by that id
     */
    public Operation get(OrgId org, UUID operationId) {
        return database.read(sql -> repository.find(sql, org, operationId))
                .orElseThrow(() -> OperationRepository.absent(operationId))
                .operation();
    }

    /**
     * Takes up again, in the caller's transaction, what waits for this connection. The caller calls {@link #nudge} after its
     * commit. Safe to repeat.
     *
     * @return how many calls go on
     */
    public int resume(DSLContext tx, OrgId org, UUID connectionId) {
        return repository.wake(tx, org, connectionId, context.clock().instant());
    }

    /** Takes up again, in the caller's transaction, everything of an organisation that waits; as {@link #resume} does. */
    public int resumeAll(DSLContext tx, OrgId org) {
        return repository.wakeAll(tx, org, context.clock().instant());
    }

    /** How many calls that move money have not come to their end, counted no further than a person reads. */
    public int countHeld(OrgId org) {
        return database.read(sql -> repository.countOpen(sql, org, moneyKinds()));
    }

    /**
     * Gives up every call that has not come to its end, in the caller's transaction: of a copy that lets its account go. What Stripe may
     * have done by them is the other installation's.
     *
     * @return how many
     */
    public int giveUpAll(DSLContext tx, OrgId org) {
        List<UUID> open = repository.listOpenIds(tx, org);
        open.forEach(id -> {
            Operation locked = repository.lock(tx, org, id);
            if (!locked.state().isFinal()) {
                conclude(tx, locked, Decision.givenUp(locked, COPY));
            }
        });
        return open.size();
    }

    /** Whether this is the installation, and what is held while nobody knows. */
    public Installations installations() {
        return installations;
    }

    /** Whether it moves money, and money is held. Never inside a transaction. */
    boolean isHeld(Operation operation) {
        return effect(operation.kind()).movesMoney()
                && installations.findHold(operation.org()).isPresent();
    }

    private boolean isHeld(DSLContext tx, Operation operation) {
        return effect(operation.kind()).movesMoney()
                && installations.findHold(tx, operation.org()).isPresent();
    }

    /** Puts off what is held; the answer of an admin wakes it. */
    Operation held(Operation seen) {
        Instant now = context.clock().instant();
        return database.transaction(tx -> {
            Operation locked = repository.lock(tx, seen.org(), seen.operationId());
            if (!locked.state().isFinal()) {
                repository.park(tx, locked, HELD, now.plus(Patience.KEY_TROUBLE));
            }
            return repository.lock(tx, seen.org(), seen.operationId());
        });
    }

    private List<String> moneyKinds() {
        return effects.values().stream()
                .filter(OperationEffect::movesMoney)
                .map(OperationEffect::kind)
                .sorted()
                .collect(Collectors.toUnmodifiableList());
    }

    /** Has what is due gone on with soon; a lost nudge makes it later, not less. */
    public void nudge() {
        context.jobs().runSoon(OperationJob.ID, "now");
    }

    /** Whether an operation of this kind for this subject has not come to its end yet; in the caller's transaction. */
    public boolean isOpen(DSLContext tx, OrgId org, String kind, UUID subjectId) {
        return repository.isOpen(tx, org, kind, subjectId);
    }

    /** The job that sends again, or looks for, what has no answer yet. */
    public JobHandler job() {
        return new OperationJob(this, context, database, new RecentLookup(gateway));
    }

    OperationRepository repository() {
        return repository;
    }

    StripeAccount account(Operation operation) {
        return accounts.find(operation.org(), operation.connectionId())
                .orElseThrow(() -> new IllegalStateException("no connection for operation " + operation.operationId()));
    }

    /** Whether the rate of the operation's account leaves room for work that nobody waits for. */
    boolean hasSpare(Operation operation) {
        return gateway.hasSpare(account(operation));
    }

    StripeAccounts.Access access(Operation operation) {
        return accounts.access(operation.org(), operation.connectionId());
    }

    OperationEffect effect(String kind) {
        OperationEffect effect = effects.get(kind);
        if (effect == null) {
            throw new IllegalArgumentException("no effect of kind " + kind);
        }
        return effect;
    }

    /** Writes a decision and its effect, in the caller's transaction, on a locked row. */
    Operation conclude(DSLContext tx, Operation locked, Decision decision) {
        Instant now = context.clock().instant();
        repository.step(tx, locked, decision.step(), now);
        if (decision.keyTrouble()) {
            accounts.keyRefused(
                    tx, locked.org(), locked.connectionId(), decision.step().errorCode());
        }
        Operation after = repository.lock(tx, locked.org(), locked.operationId());
        OperationEffect effect = effect(after.kind());
        if (after.state() == OperationState.ACCEPTED) {
            effect.accepted(tx, after, decision.json().orElseThrow());
        } else if (after.state().isFinal()) {
            effect.ended(tx, after);
        }
        if (after.state() == OperationState.QUARANTINED) {
            alarm.quarantined(tx, after);
        }
        return after;
    }

    /**
     * Waits until the connection is mended; nothing is sent. A session that was never asked for is given up where its account is
     * no longer in use, so that the payer can go on with the next account.
     */
    private Operation parked(Operation seen, StripeAccounts.Access access) {
        boolean disconnected = access == StripeAccounts.Access.DISCONNECTED;
        String code = disconnected ? ACCOUNT_DISCONNECTED : "key_refused";
        return database.transaction(tx -> {
            Operation locked = repository.lock(tx, seen.org(), seen.operationId());
            if (locked.state().isFinal() || locked.version() != seen.version()) {
                return locked;
            }
            if (disconnected
                    && locked.state() == OperationState.PREPARED
                    && effect(locked.kind()).mayBeAbandoned()) {
                return conclude(tx, locked, Decision.givenUp(locked, ACCOUNT_DISCONNECTED));
            }
            Instant now = context.clock().instant();
            boolean lookFirst = effect(locked.kind()).mayBeAbandoned();
            repository.park(tx, locked, code, Patience.nextCheckOfParked(now, locked.firstSentAt(), lookFirst));
            return repository.lock(tx, locked.org(), locked.operationId());
        });
    }

    /** SENT, or empty if it is not this caller's turn. */
    private Optional<Operation> begin(DSLContext tx, Operation before) {
        Operation now = repository.lock(tx, before.org(), before.operationId());
        Instant instant = context.clock().instant();
        boolean turn = now.version() == before.version()
                && !isHeld(tx, now)
                && switch (now.state()) {
                    case PREPARED -> true;
                    case UNKNOWN -> isKeyAlive(now, instant);
                    case SENT -> isKeyAlive(now, instant) && !isJustSending(now, instant);
                    case ACCEPTED, DECLINED, REFUSED, QUARANTINED, ABSENT -> false;
                };
        if (!turn) {
            return Optional.empty();
        }
        repository.sending(tx, now, instant, instant.plus(Patience.SENDING));
        return Optional.of(repository.lock(tx, now.org(), now.operationId()));
    }

    private Operation answered(DSLContext tx, Operation sent, Outcome<String> outcome, boolean mayHaveRun) {
        Operation now = repository.lock(tx, sent.org(), sent.operationId());
        boolean done = outcome.answer().isPresent();
        // Whoever was slower takes only what is certain: that Stripe did it.
        if (now.state().isFinal() || (now.version() != sent.version() && !done)) {
            return now;
        }
        OperationEffect effect = effect(now.kind());
        return conclude(
                tx,
                now,
                Decision.of(outcome, now, effect, mayHaveRun, context.clock().instant()));
    }

    private Instant nextCheck(Operation operation) {
        return database.read(sql -> repository.nextCheck(sql, operation))
                .orElse(context.clock().instant());
    }

    static boolean isKeyAlive(Operation operation, Instant now) {
        return operation
                .firstSentAt()
                .map(first -> now.isBefore(first.plus(Patience.KEY_LIFE)))
                .orElse(true);
    }

    static boolean isJustSending(Operation operation, Instant now) {
        return operation
                .lastSentAt()
                .map(last -> now.isBefore(last.plus(Patience.SENDING)))
                .orElse(false);
    }

    private static String purpose(UUID operationId) {
        return "operation/" + operationId;
    }
}
