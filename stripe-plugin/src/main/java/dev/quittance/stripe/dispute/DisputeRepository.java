package dev.quittance.stripe.dispute;

import static dev.quittance.stripe.storage.jooq.Tables.DISPUTE;
import static dev.quittance.stripe.storage.jooq.Tables.DISPUTE_MOVEMENT;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.stripe.storage.jooq.tables.records.DisputeMovementRecord;
import dev.quittance.stripe.storage.jooq.tables.records.DisputeRecord;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The SQL of disputes. The caller of what writes holds the request's lock. */
final class DisputeRepository {
    void add(DSLContext tx, Dispute dispute) {
        DisputeRecord row = new DisputeRecord();
        row.setOrgId(dispute.org().value());
        row.setDisputeId(dispute.disputeId());
        row.setPaymentId(dispute.paymentId());
        row.setRequestId(dispute.requestId());
        row.setStripeAccountId(dispute.place().stripeAccountId());
        row.setStripeDisputeId(dispute.place().stripeDisputeId());
        row.setLivemode(dispute.place().livemode());
        row.setAmountMinor(dispute.amount().minor());
        row.setCurrency(dispute.amount().currency());
        row.setState(dispute.state().name());
        row.setReason(dispute.reason());
        row.setDueBy(dispute.dueBy().orElse(null));
        row.setOpenedAt(dispute.openedAt());
        row.setClosedAt(dispute.closedAt().orElse(null));
        row.setVersion(dispute.version());
        tx.insertInto(DISPUTE).set(row).execute();
    }

    void save(DSLContext tx, Dispute dispute) {
        int rows = tx.update(DISPUTE)
                .set(DISPUTE.STATE, dispute.state().name())
                .set(DISPUTE.DUE_BY, dispute.dueBy().orElse(null))
                .set(DISPUTE.CLOSED_AT, dispute.closedAt().orElse(null))
                .set(DISPUTE.VERSION, dispute.version() + 1)
                .where(is(dispute.org(), dispute.disputeId()).and(DISPUTE.VERSION.eq(dispute.version())))
                .execute();
        if (rows != 1) {
            throw new IllegalStateException("dispute " + dispute.disputeId() + " was changed by somebody else");
        }
    }

    Optional<Dispute> find(DSLContext sql, OrgId org, UUID disputeId) {
        return sql.selectFrom(DISPUTE).where(is(org, disputeId)).fetchOptional(DisputeRepository::read);
    }

    Optional<Dispute> findAtStripe(DSLContext sql, OrgId org, String stripeAccountId, String stripeDisputeId) {
        return sql.selectFrom(DISPUTE)
                .where(DISPUTE.ORG_ID
                        .eq(org.value())
                        .and(DISPUTE.STRIPE_ACCOUNT_ID.eq(stripeAccountId))
                        .and(DISPUTE.STRIPE_DISPUTE_ID.eq(stripeDisputeId)))
                .fetchOptional(DisputeRepository::read);
    }

    /** Of these requests, newest first, from the one after the given id on. */
    List<Dispute> list(DSLContext sql, OrgId org, Collection<UUID> requestIds, Optional<UUID> after, int limit) {
        return sql.selectFrom(DISPUTE)
                .where(DISPUTE.ORG_ID.eq(org.value()).and(DISPUTE.REQUEST_ID.in(requestIds)))
                .and(after.map(DISPUTE.DISPUTE_ID::lt).orElse(DSL.trueCondition()))
                .orderBy(DISPUTE.DISPUTE_ID.desc())
                .limit(limit)
                .fetch(DisputeRepository::read);
    }

    /** Of an organisation, newest first, from the one after the given id on. */
    List<Dispute> list(DSLContext sql, OrgId org, Optional<UUID> after, int limit) {
        return sql.selectFrom(DISPUTE)
                .where(DISPUTE.ORG_ID.eq(org.value()))
                .and(after.map(DISPUTE.DISPUTE_ID::lt).orElse(DSL.trueCondition()))
                .orderBy(DISPUTE.DISPUTE_ID.desc())
                .limit(limit)
                .fetch(DisputeRepository::read);
    }

    void add(DSLContext tx, Dispute dispute, Movement movement) {
        DisputeMovementRecord row = new DisputeMovementRecord();
        row.setOrgId(dispute.org().value());
        row.setMovementId(movement.movementId());
        row.setDisputeId(dispute.disputeId());
        row.setStripeAccountId(dispute.place().stripeAccountId());
        row.setStripeBalanceTransactionId(movement.balanceTransactionId());
        row.setAmountMinor(movement.taken().minor());
        row.setCurrency(movement.taken().currency());
        row.setFeeMinor(movement.fee().minor());
        row.setFeeCurrency(movement.fee().currency());
        row.setMovedAt(movement.movedAt());
        tx.insertInto(DISPUTE_MOVEMENT).set(row).execute();
    }

    boolean hasMovement(DSLContext sql, Dispute dispute, String balanceTransactionId) {
        return sql.fetchExists(
                DISPUTE_MOVEMENT,
                DISPUTE_MOVEMENT
                        .ORG_ID
                        .eq(dispute.org().value())
                        .and(DISPUTE_MOVEMENT.STRIPE_ACCOUNT_ID.eq(
                                dispute.place().stripeAccountId()))
                        .and(DISPUTE_MOVEMENT.STRIPE_BALANCE_TRANSACTION_ID.eq(balanceTransactionId)));
    }

    Optional<Movement> findMovement(DSLContext sql, OrgId org, UUID movementId) {
        return sql.selectFrom(DISPUTE_MOVEMENT)
                .where(DISPUTE_MOVEMENT.ORG_ID.eq(org.value()).and(DISPUTE_MOVEMENT.MOVEMENT_ID.eq(movementId)))
                .fetchOptional(DisputeRepository::read);
    }

    /** Of these disputes, in order. */
    List<Movement> listMovements(DSLContext sql, OrgId org, Collection<UUID> disputeIds) {
        return sql.selectFrom(DISPUTE_MOVEMENT)
                .where(DISPUTE_MOVEMENT.ORG_ID.eq(org.value()).and(DISPUTE_MOVEMENT.DISPUTE_ID.in(disputeIds)))
                .orderBy(DISPUTE_MOVEMENT.MOVEMENT_ID)
                .fetch(DisputeRepository::read);
    }

    private static Condition is(OrgId org, UUID disputeId) {
        return DISPUTE.ORG_ID.eq(org.value()).and(DISPUTE.DISPUTE_ID.eq(disputeId));
    }

    private static Movement read(DisputeMovementRecord row) {
        return new Movement(
                row.getMovementId(),
                row.getDisputeId(),
                row.getStripeBalanceTransactionId(),
                Money.of(row.getAmountMinor(), row.getCurrency()),
                Money.of(row.getFeeMinor(), row.getFeeCurrency()),
                row.getMovedAt());
    }

    private static Dispute read(DisputeRecord row) {
        return new Dispute(
                new OrgId(row.getOrgId()),
                row.getDisputeId(),
                row.getPaymentId(),
                row.getRequestId(),
                new Dispute.Place(row.getStripeAccountId(), row.getStripeDisputeId(), row.getLivemode()),
                Money.of(row.getAmountMinor(), row.getCurrency()),
                DisputeState.valueOf(row.getState()),
                row.getReason(),
                Optional.ofNullable(row.getDueBy()),
                row.getOpenedAt(),
                Optional.ofNullable(row.getClosedAt()),
                row.getVersion());
    }
}
