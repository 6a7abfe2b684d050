package dev.quittance.stripe.payout;

import static dev.quittance.stripe.storage.jooq.Tables.PAYMENT;
import static dev.quittance.stripe.storage.jooq.Tables.REFUND;
import static dev.quittance.stripe.storage.jooq.Tables.STRIPE_TRANSACTION;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.stripe.gateway.BalanceReading;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.ledger.Settled;
import dev.quittance.stripe.storage.jooq.tables.records.StripeTransactionRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The SQL of the movements of Stripe's balance. */
final class MovementRepository {
    private static final String CHARGE = "charge";
    private static final String SUCCEEDED = "SUCCEEDED";

    /** A payment that the ledger has. */
    record Paid(UUID paymentId, String intentId, Money amount) {}

    /** Adds it unless it is there; Stripe never changes one. */
    boolean addIfNew(DSLContext tx, StripeAccount account, BalanceReading reading, boolean isOurs, Instant now) {
        StripeTransactionRecord row = new StripeTransactionRecord();
        row.setOrgId(account.org().value());
        row.setStripeAccountId(account.stripeAccountId());
        row.setStripeBalanceTransactionId(reading.id());
        row.setType(reading.type());
        row.setCategory(reading.category());
        row.setStripeSourceId(reading.source().id());
        row.setStripeChargeId(reading.source().chargeId());
        row.setStripePaymentIntentId(reading.source().intentId());
        row.setBearsOurMarks(isOurs);
        row.setGrossMinor(reading.gross().minor());
        row.setFeeMinor(reading.fee().minor());
        row.setCurrency(reading.gross().currency());
        row.setExchangeRate(reading.exchangeRate().orElse(null));
        row.setVerdict(Agreement.WAITING.name());
        row.setAvailableOn(reading.availableOn());
        row.setCreatedAt(reading.createdAt());
        row.setReadAt(now);
        return tx.insertInto(STRIPE_TRANSACTION)
                        .set(row)
                        .onConflict(
                                STRIPE_TRANSACTION.ORG_ID,
                                STRIPE_TRANSACTION.STRIPE_ACCOUNT_ID,
                                STRIPE_TRANSACTION.STRIPE_BALANCE_TRANSACTION_ID)
                        .doNothing()
                        .execute()
                == 1;
    }

    /** Those to be looked at again, by key. */
    List<Movement> listOpen(DSLContext sql, StripeAccount account, String after, int limit) {
        return sql.selectFrom(STRIPE_TRANSACTION)
                .where(of(account))
                .and(STRIPE_TRANSACTION.VERDICT.in(Agreement.open()))
                .and(STRIPE_TRANSACTION.STRIPE_BALANCE_TRANSACTION_ID.gt(after))
                .orderBy(STRIPE_TRANSACTION.STRIPE_BALANCE_TRANSACTION_ID)
                .limit(limit)
                .fetch(MovementRepository::read);
    }

    int judge(DSLContext tx, StripeAccount account, String id, Agreement agreement, Optional<UUID> paymentId) {
        return tx.update(STRIPE_TRANSACTION)
                .set(STRIPE_TRANSACTION.VERDICT, agreement.name())
                .set(STRIPE_TRANSACTION.PAYMENT_ID, paymentId.orElse(null))
                .where(of(account))
                .and(STRIPE_TRANSACTION.STRIPE_BALANCE_TRANSACTION_ID.eq(id))
                .execute();
    }

    int takenAlong(DSLContext tx, StripeAccount account, Collection<String> ids, String payoutId) {
        return tx.update(STRIPE_TRANSACTION)
                .set(STRIPE_TRANSACTION.STRIPE_PAYOUT_ID, payoutId)
                .where(of(account))
                .and(STRIPE_TRANSACTION.STRIPE_BALANCE_TRANSACTION_ID.in(ids))
                .execute();
    }

    /** How a charge came into the balance. */
    Optional<Movement> findCharge(DSLContext sql, StripeAccount account, String chargeId) {
        return sql.selectFrom(STRIPE_TRANSACTION)
                .where(of(account))
                .and(STRIPE_TRANSACTION.STRIPE_CHARGE_ID.eq(chargeId))
                .and(STRIPE_TRANSACTION.CATEGORY.eq(CHARGE))
                .limit(1)
                .fetchOptional(MovementRepository::read);
    }

    /** The refund here that Stripe calls so. */
    Optional<UUID> findRefund(DSLContext sql, StripeAccount account, String stripeRefundId) {
        return sql.select(REFUND.REFUND_ID)
                .from(REFUND)
                .where(REFUND.ORG_ID.eq(account.org().value()))
                .and(REFUND.STRIPE_ACCOUNT_ID.eq(account.stripeAccountId()))
                .and(REFUND.STRIPE_REFUND_ID.eq(stripeRefundId))
                .fetchOptional(REFUND.REFUND_ID);
    }

    /** Payments that succeeded in this time and of which Stripe's balance knows nothing. */
    List<Paid> listUnknownAtStripe(DSLContext sql, StripeAccount account, Instant from, Instant to, int limit) {
        return sql.selectFrom(PAYMENT)
                .where(PAYMENT.ORG_ID.eq(account.org().value()))
                .and(PAYMENT.STRIPE_ACCOUNT_ID.eq(account.stripeAccountId()))
                .and(PAYMENT.STATE.eq(SUCCEEDED))
                .and(PAYMENT.SUCCEEDED_AT.ge(from))
                .and(PAYMENT.SUCCEEDED_AT.lt(to))
                .andNotExists(DSL.selectOne()
                        .from(STRIPE_TRANSACTION)
                        .where(STRIPE_TRANSACTION.ORG_ID.eq(PAYMENT.ORG_ID))
                        .and(STRIPE_TRANSACTION.ORG_ID.eq(account.org().value()))
                        .and(STRIPE_TRANSACTION.PAYMENT_ID.eq(PAYMENT.PAYMENT_ID)))
                .orderBy(PAYMENT.PAYMENT_ID)
                .limit(limit)
                .fetch(row -> new Paid(
                        row.getPaymentId(),
                        row.getStripePaymentIntentId(),
                        Money.of(row.getAmountMinor(), row.getCurrency())));
    }

    /** A payout's rows by key, or those that differ and were paid out nowhere yet where the payout is empty. */
    List<Movement> listOf(DSLContext sql, OrgId org, String payoutId, String after, int limit) {
        return sql.selectFrom(STRIPE_TRANSACTION)
                .where(STRIPE_TRANSACTION.ORG_ID.eq(org.value()))
                .and(STRIPE_TRANSACTION.STRIPE_PAYOUT_ID.eq(payoutId))
                .and(STRIPE_TRANSACTION.STRIPE_BALANCE_TRANSACTION_ID.gt(after))
                .orderBy(STRIPE_TRANSACTION.STRIPE_BALANCE_TRANSACTION_ID)
                .limit(limit)
                .fetch(MovementRepository::read);
    }

    private static Condition of(StripeAccount account) {
        return STRIPE_TRANSACTION
                .ORG_ID
                .eq(account.org().value())
                .and(STRIPE_TRANSACTION.STRIPE_ACCOUNT_ID.eq(account.stripeAccountId()));
    }

    static Movement read(StripeTransactionRecord row) {
        return new Movement(
                new Settled(
                        row.getStripeBalanceTransactionId(),
                        Money.of(row.getGrossMinor(), row.getCurrency()),
                        Money.of(row.getFeeMinor(), row.getCurrency()),
                        Optional.ofNullable(row.getExchangeRate())),
                row.getCategory(),
                row.getStripeSourceId(),
                row.getStripeChargeId(),
                row.getStripePaymentIntentId(),
                row.getBearsOurMarks(),
                Agreement.valueOf(row.getVerdict()),
                Optional.ofNullable(row.getPaymentId()),
                row.getAvailableOn(),
                row.getCreatedAt());
    }
}
