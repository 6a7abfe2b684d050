package dev.quittance.stripe.payout;

import static dev.quittance.stripe.storage.jooq.Tables.BALANCE_MARK;

import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.storage.jooq.tables.records.BalanceMarkRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** SQL of how far an account's balance was read. */
final class BalanceMarks {
    /**
     * How far.
     *
     * @param seenUntil what was made before was read, UTC
     * @param readAt when it was last looked for, UTC
     * @param problem why it could not be read; empty if it could
     */
    record Mark(Instant seenUntil, Instant readAt, String problem) {
        /** The key may not read the balance. */
        static final String NOT_ALLOWED = "NOT_ALLOWED";

        /** Stripe could not be read. */
        static final String UNREADABLE = "UNREADABLE";
    }

    Optional<Mark> find(DSLContext sql, OrgId org, UUID connectionId) {
        return sql.selectFrom(BALANCE_MARK)
                .where(BALANCE_MARK.ORG_ID.eq(org.value()))
                .and(BALANCE_MARK.CONNECTION_ID.eq(connectionId))
                .fetchOptional(row -> new Mark(row.getSeenUntil(), row.getReadAt(), row.getProblem()));
    }

    /** Sets the mark; it never goes back, whoever else looks at the same time. */
    void save(DSLContext tx, StripeAccount account, Mark mark) {
        BalanceMarkRecord row = new BalanceMarkRecord();
        row.setOrgId(account.org().value());
        row.setConnectionId(account.connectionId());
        row.setSeenUntil(mark.seenUntil());
        row.setReadAt(mark.readAt());
        row.setProblem(mark.problem());
        int made = tx.insertInto(BALANCE_MARK)
                .set(row)
                .onConflict(BALANCE_MARK.ORG_ID, BALANCE_MARK.CONNECTION_ID)
                .doNothing()
                .execute();
        if (made == 0) {
            int moved = tx.update(BALANCE_MARK)
                    .set(BALANCE_MARK.SEEN_UNTIL, mark.seenUntil())
                    .set(BALANCE_MARK.READ_AT, mark.readAt())
                    .set(BALANCE_MARK.PROBLEM, mark.problem())
                    .where(BALANCE_MARK.ORG_ID.eq(account.org().value()))
                    .and(BALANCE_MARK.CONNECTION_ID.eq(account.connectionId()))
                    .and(BALANCE_MARK.SEEN_UNTIL.le(mark.seenUntil()))
                    .execute();
            assert moved <= 1;
        }
    }
}
