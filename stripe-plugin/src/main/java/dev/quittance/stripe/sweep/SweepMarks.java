package dev.quittance.stripe.sweep;

import static dev.quittance.stripe.storage.jooq.Tables.SWEEP_MARK;

import dev.quittance.stripe.gateway.StripeAccount;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;

/** SQL of how far events were looked through. */
final class SweepMarks {
    Optional<Instant> find(DSLContext sql, StripeAccount account) {
        return sql.select(SWEEP_MARK.SEEN_UNTIL)
                .from(SWEEP_MARK)
                .where(SWEEP_MARK.ORG_ID.eq(account.org().value()))
                .and(SWEEP_MARK.CONNECTION_ID.eq(account.connectionId()))
                .fetchOptional(SWEEP_MARK.SEEN_UNTIL);
    }

    /** Moves the mark on, never back: two nodes may look at the same time. */
    void save(DSLContext tx, StripeAccount account, Instant seenUntil, Instant now) {
        int made = tx.insertInto(SWEEP_MARK)
                .set(SWEEP_MARK.ORG_ID, account.org().value())
                .set(SWEEP_MARK.CONNECTION_ID, account.connectionId())
                .set(SWEEP_MARK.SEEN_UNTIL, seenUntil)
                .set(SWEEP_MARK.SWEPT_AT, now)
                .onConflict(SWEEP_MARK.ORG_ID, SWEEP_MARK.CONNECTION_ID)
                .doNothing()
                .execute();
        if (made == 0) {
            int moved = tx.update(SWEEP_MARK)
                    .set(SWEEP_MARK.SEEN_UNTIL, seenUntil)
                    .set(SWEEP_MARK.SWEPT_AT, now)
                    .where(SWEEP_MARK.ORG_ID.eq(account.org().value()))
                    .and(SWEEP_MARK.CONNECTION_ID.eq(account.connectionId()))
                    .and(SWEEP_MARK.SEEN_UNTIL.lt(seenUntil))
                    .execute();
            assert moved <= 1;
        }
    }

    /** Moves the mark back, so that what was passed over is looked at; nothing where it is not beyond. */
    void rewind(DSLContext tx, StripeAccount account, Instant seenUntil) {
        int moved = tx.update(SWEEP_MARK)
                .set(SWEEP_MARK.SEEN_UNTIL, seenUntil)
                .where(SWEEP_MARK.ORG_ID.eq(account.org().value()))
                .and(SWEEP_MARK.CONNECTION_ID.eq(account.connectionId()))
                .and(SWEEP_MARK.SEEN_UNTIL.gt(seenUntil))
                .execute();
        assert moved <= 1;
    }
}
