package dev.quittance.stripe.refund;

import static dev.quittance.stripe.storage.jooq.Tables.REFUND;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.stripe.payment.Payment;
import dev.quittance.stripe.storage.jooq.tables.records.RefundRecord;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The SQL of refunds. The caller of what writes holds the request's lock. */
final class RefundRepository {
    void add(DSLContext tx, Refund refund, @Nullable String submissionKey) {
        RefundRecord row = new RefundRecord();
        row.setOrgId(refund.org().value());
        row.setRefundId(refund.refundId());
        row.setPaymentId(refund.paymentId());
        row.setRequestId(refund.requestId());
        row.setOperationId(refund.operationId().orElse(null));
        row.setStripeAccountId(refund.stripeAccountId());
        row.setStripeRefundId(refund.stripeRefundId().orElse(null));
        row.setAmountMinor(refund.amount().minor());
        row.setCurrency(refund.amount().currency());
        row.setState(refund.state().name());
        row.setSource(refund.terms().source().name());
        row.setReason(refund.terms().reason().code());
        row.setOwedAgain(refund.terms().owedAgain());
        row.setNote(refund.terms().note());
        row.setProblem(refund.problem());
        row.setSubmissionKey(submissionKey);
        row.setRequestedBy(refund.terms().requestedBy());
        row.setRequestedName(refund.terms().requestedName());
        row.setCreatedAt(refund.createdAt());
        row.setSucceededAt(refund.succeededAt().orElse(null));
        row.setVersion(refund.version());
        tx.insertInto(REFUND).set(row).execute();
    }

    void save(DSLContext tx, Refund refund) {
        int rows = tx.update(REFUND)
                .set(REFUND.STATE, refund.state().name())
                .set(REFUND.STRIPE_REFUND_ID, refund.stripeRefundId().orElse(null))
                .set(REFUND.PROBLEM, refund.problem())
                .set(REFUND.SUCCEEDED_AT, refund.succeededAt().orElse(null))
                .set(REFUND.VERSION, refund.version() + 1)
                .where(is(refund.org(), refund.refundId()).and(REFUND.VERSION.eq(refund.version())))
                .execute();
        if (rows != 1) {
            throw new IllegalStateException("refund " + refund.refundId() + " was changed by somebody else");
        }
    }

    Optional<Refund> find(DSLContext sql, OrgId org, UUID refundId) {
        return sql.selectFrom(REFUND).where(is(org, refundId)).fetchOptional(RefundRepository::read);
    }

    Optional<Refund> findSubmitted(DSLContext sql, OrgId org, String submissionKey) {
        return sql.selectFrom(REFUND)
                .where(REFUND.ORG_ID.eq(org.value()).and(REFUND.SUBMISSION_KEY.eq(submissionKey)))
                .fetchOptional(RefundRepository::read);
    }

    Optional<Refund> findAtStripe(DSLContext sql, OrgId org, String stripeAccountId, String stripeRefundId) {
        return sql.selectFrom(REFUND)
                .where(REFUND.ORG_ID
                        .eq(org.value())
                        .and(REFUND.STRIPE_ACCOUNT_ID.eq(stripeAccountId))
                        .and(REFUND.STRIPE_REFUND_ID.eq(stripeRefundId)))
                .fetchOptional(RefundRepository::read);
    }

    /** Of a payment, oldest first. */
    List<Refund> list(DSLContext sql, Payment payment) {
        return sql.selectFrom(REFUND)
                .where(REFUND.ORG_ID.eq(payment.org().value()).and(REFUND.PAYMENT_ID.eq(payment.paymentId())))
                .orderBy(REFUND.REFUND_ID)
                .fetch(RefundRepository::read);
    }

    /** Of these requests, newest first, from the one after the given id on. */
    List<Refund> page(DSLContext sql, OrgId org, Collection<UUID> requestIds, Optional<UUID> after, int limit) {
        return sql.selectFrom(REFUND)
                .where(REFUND.ORG_ID.eq(org.value()).and(REFUND.REQUEST_ID.in(requestIds)))
                .and(after.map(REFUND.REFUND_ID::lt).orElse(DSL.trueCondition()))
                .orderBy(REFUND.REFUND_ID.desc())
                .limit(limit)
                .fetch(RefundRepository::read);
    }

    /** Of these requests, oldest first. */
    List<Refund> list(DSLContext sql, OrgId org, Collection<UUID> requestIds) {
        return sql.selectFrom(REFUND)
                .where(REFUND.ORG_ID.eq(org.value()).and(REFUND.REQUEST_ID.in(requestIds)))
                .orderBy(REFUND.REFUND_ID)
                .fetch(RefundRepository::read);
    }

    private static Condition is(OrgId org, UUID refundId) {
        return REFUND.ORG_ID.eq(org.value()).and(REFUND.REFUND_ID.eq(refundId));
    }

    private static Refund read(RefundRecord row) {
        return new Refund(
                new OrgId(row.getOrgId()),
                row.getRefundId(),
                row.getPaymentId(),
                row.getRequestId(),
                Optional.ofNullable(row.getOperationId()),
                row.getStripeAccountId(),
                Optional.ofNullable(row.getStripeRefundId()),
                Money.of(row.getAmountMinor(), row.getCurrency()),
                RefundState.valueOf(row.getState()),
                new RefundTerms(
                        RefundSource.valueOf(row.getSource()),
                        RefundReason.find(row.getReason()).orElse(RefundReason.OTHER),
                        row.getOwedAgain(),
                        row.getNote(),
                        row.getRequestedBy(),
                        row.getRequestedName()),
                row.getProblem(),
                row.getCreatedAt(),
                Optional.ofNullable(row.getSucceededAt()),
                row.getVersion());
    }
}
