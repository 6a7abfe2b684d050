package dev.quittance.stripe.payment;

import dev.quittance.api.PluginContext;
import dev.quittance.api.host.Sealed;
import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.storage.Database;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** The attempts, for who makes and shows them; what Stripe says of them goes through {@link Payments}. Thread-safe. */
public final class Attempts {
    private final PluginContext context;
    private final Database database;
    private final AttemptRepository repository = new AttemptRepository();

    /** Attempts in this database. */
    public Attempts(PluginContext context, Database database) {
        this.context = context;
        this.database = database;
    }

    /** Adds an attempt in the transaction that holds the request's lock and prepares its operation. */
    public void add(DSLContext tx, Attempt attempt) {
        repository.add(tx, attempt);
    }

    /** The attempt that stands in the way of another one, if there is one. */
    public Optional<Attempt> findLive(DSLContext db, OrgId org, UUID requestId) {
        return repository.findLive(db, org, requestId);
    }

    /** The attempt, or empty if this organisation has none by that id. */
    public Optional<Attempt> find(OrgId org, UUID attemptId) {
        return database.read(db -> repository.find(db, org, attemptId));
    }

    /** The attempt that a session belongs to, or empty if this organisation has none. */
    public Optional<Attempt> findBySession(OrgId org, String sessionId) {
        return database.read(db -> repository.findBySession(db, org, sessionId));
    }

    /** The attempts of these requests, oldest first. */
    public List<Attempt> list(OrgId org, List<UUID> requestIds) {
        return requestIds.isEmpty() ? List.of() : database.read(db -> repository.list(db, org, requestIds));
    }

    /** Those of all organisations that are to be read again by now, longest due first. */
    public List<Attempt> listDue(int limit) {
        Instant now = context.clock().instant();
        return database.read(db -> repository.listDue(db, now, limit));
    }

    /** Those of all organisations whose session is open, the oldest first. */
    public List<Attempt> listOpen(int limit) {
        return database.read(db -> repository.listOpen(db, limit));
    }

    /** Puts the next reading off as the attempt's age asks: a reading that failed says nothing. */
    public void postpone(Attempt attempt) {
        Instant next = CheckSchedule.next(attempt, context.clock().instant());
        database.inTransaction(tx -> repository.postpone(tx, attempt.org(), attempt.attemptId(), next));
    }

    /** Where the customer pays, if the session is known and still leads somewhere. */
    public Optional<URI> findAddress(Attempt attempt) {
        return attempt.session()
                .flatMap(HostedSession::sealedUrl)
                .map(url -> URI.create(context.secrets().openText(attempt.org(), purpose(attempt.attemptId()), url)));
    }

    /** Whether the session is past its time by our clock: it is read again before anything is decided on that. */
    public boolean isPastExpiry(Attempt attempt) {
        return attempt.session()
                .flatMap(HostedSession::expiresAt)
                .map(moment -> !context.clock().instant().isBefore(moment))
                .orElse(false);
    }

    Sealed seal(OrgId org, UUID attemptId, URI url) {
        return context.secrets().sealText(org, purpose(attemptId), url.toString());
    }

    AttemptRepository repository() {
        return repository;
    }

    private static String purpose(UUID attemptId) {
        return "session_url/" + attemptId;
    }
}
