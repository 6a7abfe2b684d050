package dev.quittance.stripe.payout;

import static dev.quittance.stripe.storage.jooq.Tables.PAYOUT;
import static dev.quittance.stripe.storage.jooq.Tables.STRIPE_TRANSACTION;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.stripe.gateway.PayoutReading;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.storage.jooq.tables.records.PayoutRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The SQL of payouts. */
final class PayoutRepository {
    /** Of one category of a payout's rows: how many, what came before fees, and the fees, in minor units of the payout's currency. */
    record Share(String category, int count, long grossMinor, long feeMinor) {}

    /**
     * Adds it, or takes over what can change.
     *
     * @param next when it is read again; empty if nothing more is to be expected
     */
    void put(DSLContext tx, StripeAccount account, PayoutReading reading, Optional<Instant> next) {
        PayoutRecord row = new PayoutRecord();
        row.setOrgId(account.org().value());
        row.setStripeAccountId(account.stripeAccountId());
        row.setStripePayoutId(reading.id());
        row.setAmountMinor(reading.amount().minor());
        row.setCurrency(reading.amount().currency());
        row.setState(reading.status());
        row.setAutomatic(reading.automatic());
        row.setFailure(reading.failure());
        row.setRowsAfter("");
        row.setRowsKnown(false);
        row.setArrivalOn(reading.arrivalOn());
        row.setNextCheckAt(next.orElse(null));
        row.setCreatedAt(reading.createdAt());
        int made = tx.insertInto(PAYOUT)
                .set(row)
                .onConflict(PAYOUT.ORG_ID, PAYOUT.STRIPE_ACCOUNT_ID, PAYOUT.STRIPE_PAYOUT_ID)
                .doNothing()
                .execute();
        if (made == 0) {
            int changed = tx.update(PAYOUT)
                    .set(PAYOUT.STATE, reading.status())
                    .set(PAYOUT.FAILURE, reading.failure())
                    .set(PAYOUT.ARRIVAL_ON, reading.arrivalOn())
                    .set(PAYOUT.NEXT_CHECK_AT, next.orElse(null))
                    .where(is(account, reading.id()))
                    .execute();
            assert changed <= 1;
        }
    }

    /** Notes how far its rows were read. */
    int rowsRead(DSLContext tx, StripeAccount account, String payoutId, String after, boolean known) {
        return tx.update(PAYOUT)
                .set(PAYOUT.ROWS_AFTER, after)
                .set(PAYOUT.ROWS_KNOWN, known)
                .where(is(account, payoutId))
                .execute();
    }

    /** Those to be read again by now, longest due first. */
    List<Payout> listDue(DSLContext sql, StripeAccount account, Instant now, int limit) {
        return sql.selectFrom(PAYOUT)
                .where(of(account))
                .and(PAYOUT.NEXT_CHECK_AT.le(now))
                .orderBy(PAYOUT.NEXT_CHECK_AT, PAYOUT.STRIPE_PAYOUT_ID)
                .limit(limit)
                .fetch(PayoutRepository::read);
    }

    /** Those whose rows are not all known, oldest first. */
    List<Payout> listWithoutRows(DSLContext sql, StripeAccount account, int limit) {
        return sql.selectFrom(PAYOUT)
                .where(of(account))
                .and(PAYOUT.AUTOMATIC.isTrue())
                .and(PAYOUT.ROWS_KNOWN.isFalse())
                .orderBy(PAYOUT.CREATED_AT, PAYOUT.STRIPE_PAYOUT_ID)
                .limit(limit)
                .fetch(PayoutRepository::read);
    }

    /** An organisation's payouts, newest first, from the one after a known one on. */
    List<Payout> list(DSLContext sql, OrgId org, Optional<Payout> after, int limit) {
        Condition older = after.map(known ->
                        DSL.row(PAYOUT.CREATED_AT, PAYOUT.STRIPE_PAYOUT_ID).lt(known.createdAt(), known.id()))
                .map(Condition.class::cast)
                .orElse(DSL.noCondition());
        return sql.selectFrom(PAYOUT)
                .where(PAYOUT.ORG_ID.eq(org.value()))
                .and(older)
                .orderBy(PAYOUT.CREATED_AT.desc(), PAYOUT.STRIPE_PAYOUT_ID.desc())
                .limit(limit)
                .fetch(PayoutRepository::read);
    }

    Optional<Payout> find(DSLContext sql, OrgId org, String payoutId) {
        return sql.selectFrom(PAYOUT)
                .where(PAYOUT.ORG_ID.eq(org.value()))
                .and(PAYOUT.STRIPE_PAYOUT_ID.eq(payoutId))
                .limit(1)
                .fetchOptional(PayoutRepository::read);
    }

    /** What a payout consists of, its own movement left out. */
    List<Share> listShares(DSLContext sql, OrgId org, String payoutId) {
        return sql.select(
                        STRIPE_TRANSACTION.CATEGORY,
                        DSL.count(),
                        DSL.sum(STRIPE_TRANSACTION.GROSS_MINOR),
                        DSL.sum(STRIPE_TRANSACTION.FEE_MINOR))
                .from(STRIPE_TRANSACTION)
                .where(STRIPE_TRANSACTION.ORG_ID.eq(org.value()))
                .and(STRIPE_TRANSACTION.STRIPE_PAYOUT_ID.eq(payoutId))
                .and(STRIPE_TRANSACTION.STRIPE_SOURCE_ID.ne(payoutId))
                .groupBy(STRIPE_TRANSACTION.CATEGORY)
                .orderBy(STRIPE_TRANSACTION.CATEGORY)
                .fetch(row -> new Share(
                        row.value1(),
                        row.value2(),
                        row.value3().longValueExact(),
                        row.value4().longValueExact()));
    }

    /** How many of a payout's rows differ from the ledger. */
    int countDifferent(DSLContext sql, OrgId org, String payoutId) {
        return sql.fetchCount(
                STRIPE_TRANSACTION,
                STRIPE_TRANSACTION
                        .ORG_ID
                        .eq(org.value())
                        .and(STRIPE_TRANSACTION.STRIPE_PAYOUT_ID.eq(payoutId))
                        .and(STRIPE_TRANSACTION.VERDICT.in(Agreement.different())));
    }

    private static Condition of(StripeAccount account) {
        return PAYOUT.ORG_ID.eq(account.org().value()).and(PAYOUT.STRIPE_ACCOUNT_ID.eq(account.stripeAccountId()));
    }

    private static Condition is(StripeAccount account, String payoutId) {
        return of(account).and(PAYOUT.STRIPE_PAYOUT_ID.eq(payoutId));
    }

    private static Payout read(PayoutRecord row) {
        return new Payout(
                row.getStripeAccountId(),
                row.getStripePayoutId(),
                Money.of(row.getAmountMinor(), row.getCurrency()),
                row.getState(),
                row.getAutomatic(),
                row.getFailure(),
                row.getRowsAfter(),
                row.getRowsKnown(),
                row.getArrivalOn(),
                row.getCreatedAt());
    }
}
