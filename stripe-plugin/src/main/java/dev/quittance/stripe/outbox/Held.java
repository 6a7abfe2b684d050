package dev.quittance.stripe.outbox;

import static dev.quittance.stripe.storage.jooq.Tables.OUTBOX;

import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.installation.Installations;
import dev.quittance.stripe.outbox.OutboxHandler.Waits;
import dev.quittance.stripe.storage.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** What of an outbox stays while money is held, by the handlers that say so. Thread-safe. */
public final class Held {
    /** Why an effect does not leave: books that are lost may have sent it, or the installation before it moved. */
    static final String MAY_HAVE_LEFT = "the customer may have been told before";

    private static final String COPY = "a copy: the other installation tells its customers";

    private final Database database;
    private final Installations installations;
    private final List<OutboxHandler> handlers;
    private final OutboxRepository repository = new OutboxRepository();

    Held(Database database, Installations installations, Collection<OutboxHandler> handlers) {
        this.database = database;
        this.installations = installations;
        this.handlers = List.copyOf(handlers);
    }

    /** How many effects wait, counted no further than a person reads. */
    public int count(OrgId org) {
        List<String> kinds = kinds(Waits.HELD);
        List<String> all = new ArrayList<>(kinds);
        all.addAll(kinds(Waits.ELSEWHERE));
        return database.read(sql -> repository.countDue(sql, org, all));
    }

    /**
     * Gives up whatever waits, in the caller's transaction: a copy tells nobody.
     *
     * @param by the user's id
     * @return how many
     */
    public int giveUp(DSLContext tx, OrgId org, String by, Instant now) {
        int given = 0;
        for (OutboxHandler handler : handlers) {
            if (handler.waits() == Waits.NEVER) {
                continue;
            }
            for (OutboxRow row : repository.listDue(tx, org, List.of(handler.kind()))) {
                if (repository.giveUp(tx, row, by, COPY, now)) {
                    handler.finished(tx, row, OutboxOutcome.skipped(COPY));
                    given++;
                }
            }
        }
        return given;
    }

    /** The rows that wait now. */
    Condition waiting() {
        return OUTBOX.KIND
                .in(kinds(Waits.HELD))
                .and(installations.holds(OUTBOX.ORG_ID))
                .or(OUTBOX.KIND.in(kinds(Waits.ELSEWHERE)).and(installations.holdsElsewhere(OUTBOX.ORG_ID)));
    }

    /** Whether a customer may have been told of it already. */
    boolean mayHaveLeft(OutboxRow row) {
        return row.happenedAt()
                .filter(then -> installations.mayHaveLeft(row.org(), then, row.createdAt()))
                .isPresent();
    }

    private List<String> kinds(Waits waits) {
        return handlers.stream()
                .filter(handler -> handler.waits() == waits)
                .map(OutboxHandler::kind)
                .sorted()
                .collect(Collectors.toUnmodifiableList());
    }
}
