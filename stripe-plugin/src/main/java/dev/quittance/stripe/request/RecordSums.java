package dev.quittance.stripe.request;

import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.ledger.BalanceChange;
import dev.quittance.stripe.ledger.RecordBalances;
import dev.quittance.stripe.outbox.Outbox;
import dev.quittance.stripe.outbox.OutboxEntry;
import java.time.Clock;
import org.jooq.DSLContext;

/** Changes what is kept of a record's money and, in the same transaction, has those told who go by it. Thread-safe. */
public final class RecordSums {
    /** The outbox kind that tells the host what is outstanding on a record; its subject is a request for that record. */
    public static final String EXPECT_KIND = "expect";

    /** The outbox kind that looks again at the links in a record's documents; its subject is a request for that record. */
    public static final String DOCUMENT_KIND = "document_link";

    private final RecordBalances balances;
    private final Outbox outbox;
    private final Clock clock;

    RecordSums(RecordBalances balances, Outbox outbox, Clock clock) {
        this.balances = balances;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Takes a turn, and keeps others from taking one until the caller's transaction ends.
     *
     * @return false if somebody else has taken one since the figures were read
     */
    public boolean take(DSLContext tx, OrgId org, Turn turn) {
        return balances.advance(tx, org, turn.record(), turn.currency(), turn.seen());
    }

    /**
     * Changes the sums of a request's record; a change by nothing is none.
     *
     * @param cause names this change among all of the request's
     */
    public void change(DSLContext tx, PaymentRequest request, BalanceChange change, String cause) {
        if (change.isNothing()) {
            return;
        }
        balances.change(tx, request.org(), request.record(), change);
        for (String kind : new String[] {EXPECT_KIND, DOCUMENT_KIND}) {
            String key = kind + "/" + request.requestId() + "/" + cause;
            outbox.addIfNew(tx, new OutboxEntry(request.org(), key, kind, request.requestId(), "", clock.instant()));
        }
    }
}
