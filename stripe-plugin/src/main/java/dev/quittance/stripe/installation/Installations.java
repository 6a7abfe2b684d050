package dev.quittance.stripe.installation;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.audit.Audit;
import dev.quittance.stripe.installation.InstallationRepository.Remembered;
import dev.quittance.stripe.storage.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this installation is, for each organisation, and whether its money is held. The first question after a start compares what is
 * remembered with what is found; what differs begins a hold, and so does what of ours Stripe has and the books have not. One for each
 * plugin. Thread-safe.
 */
public final class Installations {
    private static final Logger LOG = LoggerFactory.getLogger(Installations.class);

    private final PluginContext context;
    private final Database database;
    private final Audit audit;
    private final Identity now;
    private final Instant startedAt;
    private final Set<OrgId> compared = ConcurrentHashMap.newKeySet();
    private final InstallationRepository repository = new InstallationRepository();

    /** What is found now; asks nobody. */
    public Installations(PluginContext context, Database database) {
        this.context = context;
        this.database = database;
        this.audit = new Audit(context);
        this.now = Identity.of(context.installation());
        this.startedAt = context.clock().instant();
    }

    /** What is held, if anything is. Never inside a transaction. */
    public Optional<Hold> findHold(OrgId org) {
        if (!compared.contains(org)) {
            return database.transaction(tx -> findHold(tx, org));
        }
        return database.read(sql -> repository.findLive(sql, org));
    }

    /** What is held, if anything is; in the caller's transaction. */
    public Optional<Hold> findHold(DSLContext tx, OrgId org) {
        Optional<Remembered> known = compare(tx, org);
        assert known.isPresent() || !compared.contains(org);
        return repository.findLive(tx, org);
    }

    /** What is written beside each object at Stripe, so that we know our own again; in the caller's transaction. */
    public String nameOf(DSLContext tx, OrgId org) {
        return names(compare(tx, org)).get(0);
    }

    /** Whether what bears this name at Stripe is ours; in the caller's transaction. */
    public boolean isOurs(DSLContext tx, OrgId org, String name) {
        return !name.isEmpty() && names(repository.find(tx, org)).contains(name);
    }

    /** Whether what bears this name at Stripe is ours. Never inside a transaction. */
    public boolean isOurs(OrgId org, String name) {
        return !name.isEmpty()
                && database.read(sql -> names(repository.find(sql, org))).contains(name);
    }

    /** An organisation begins here: what is found now is what it is. In the caller's transaction; safe to repeat. */
    public void remember(DSLContext tx, OrgId org) {
        repository.add(
                tx, org, now, context.plugin().installationId(), context.clock().instant());
    }

    /**
     * Something of ours is at Stripe and not here: these books are older than Stripe's. Each such thing begins a hold once. In the caller's
     * transaction; safe to repeat.
     *
     * @param key what is lost, by our name for it, for example {@code attempt/<id>}
     * @param madeAt when Stripe made it, UTC: what is older than a hold that was answered is no news
     */
    public void lost(DSLContext tx, OrgId org, String key, Instant madeAt) {
        Instant instant = context.clock().instant();
        if (repository.lose(tx, org, key, instant)
                && !repository.isBeforeAnswered(tx, org, madeAt)
                && begin(tx, org, Hold.Kind.OLDER, key)) {
            LOG.warn("Stripe has {} of {}, which these books have not: money is held", key, org.value());
        }
    }

    /** Stripe's events before this moment were looked through; in the caller's transaction. */
    public void lookedTo(DSLContext tx, OrgId org, Instant to) {
        repository.lookedTo(tx, org, to);
    }

    /**
     * Whether a customer may have been told of this already, by books that are lost or by the installation before it moved. Never inside a
     * transaction.
     *
     * @param happenedAt when it happened at Stripe, UTC
     * @param decidedAt when it was decided here to tell it, UTC
     */
    public boolean mayHaveLeft(OrgId org, Instant happenedAt, Instant decidedAt) {
        return database.read(sql -> repository.mayHaveLeft(sql, org, happenedAt, decidedAt));
    }

    /** The condition that money is held, for the organisation that a column names. */
    public Condition holds(Field<String> org) {
        return repository.holds(org);
    }

    /** The condition that nobody knows whether this is the installation or a copy of it. */
    public Condition holdsElsewhere(Field<String> org) {
        return repository.holds(org, Hold.Kind.ELSEWHERE);
    }

    /** What was answered, or empty while nobody has. */
    public Optional<HoldAnswer> findAnswer(OrgId org, UUID holdId) {
        return database.read(sql -> repository.findAnswer(sql, org, holdId)).flatMap(HoldAnswer::find);
    }

    /** What is held, locked until the caller's transaction ends: of two who answer at once the second finds nothing. */
    public Optional<Hold> lockHold(DSLContext tx, OrgId org) {
        return repository.lockLive(tx, org);
    }

    /**
     * Ends a hold that the caller has locked, in the caller's transaction: what is found now is what the installation is, and a copy no
     * longer knows as its own what bears the other's name at Stripe.
     *
     * @param by the user's id
     */
    public void answer(DSLContext tx, Hold hold, HoldAnswer answer, String by) {
        Instant instant = context.clock().instant();
        repository.answer(tx, hold, answer.id(), by, instant);
        if (hold.kind() == Hold.Kind.ELSEWHERE) {
            repository.remember(tx, hold.org(), now, instant);
        }
        if (answer == HoldAnswer.COPY) {
            repository.rename(
                    tx, hold.org(), names(repository.find(tx, hold.org())).subList(0, 1));
        }
        audit.add(tx, hold.org(), new Audit.Deed("hold_" + answer.id(), by, "hold/" + hold.holdId(), hold.reason()));
    }

    private Optional<Remembered> compare(DSLContext tx, OrgId org) {
        Optional<Remembered> known = repository.find(tx, org);
        if (compared.contains(org)) {
            return known;
        }
        if (known.isEmpty()) {
            remember(tx, org);
            return repository.find(tx, org);
        }
        List<String> differences = known.get().identity().differences(now);
        if (differences.isEmpty()) {
            Identity fresh = now.after(known.get().identity());
            if (!known.get().identity().equals(fresh)) {
                repository.remember(tx, org, fresh, context.clock().instant());
            }
            compared.add(org);
            return known;
        }
        Optional<Hold> live = repository.findLive(tx, org).filter(hold -> hold.kind() == Hold.Kind.ELSEWHERE);
        if (live.isPresent()) {
            compared.add(org);
            return known;
        }
        elsewhere(tx, org, known.get(), String.join(" ", differences));
        return repository.find(tx, org);
    }

    /** From now on what is made at Stripe bears a name of its own, so that the other installation, if it lives, never takes it for its own. */
    private void elsewhere(DSLContext tx, OrgId org, Remembered known, String differences) {
        boolean isNew = begin(tx, org, Hold.Kind.ELSEWHERE, differences) || repository.widen(tx, org, differences);
        if (isNew) {
            List<String> names = new ArrayList<>();
            names.add(context.ids().next().toString());
            names.addAll(known.names());
            repository.rename(tx, org, names);
            LOG.warn("{} is not where it was ({}): money and mails to customers are held", org.value(), differences);
        }
    }

    private boolean begin(DSLContext tx, OrgId org, Hold.Kind kind, String reason) {
        Instant instant = context.clock().instant();
        Hold hold = new Hold(org, context.ids().next(), kind, reason, instant, Optional.empty());
        return repository.begin(tx, hold, startedAt);
    }

    private List<String> names(Optional<Remembered> known) {
        return known.map(Remembered::names)
                .orElseGet(() -> List.of(context.plugin().installationId()));
    }
}
