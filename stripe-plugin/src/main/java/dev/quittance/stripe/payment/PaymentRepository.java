package dev.quittance.stripe.payment;

import static dev.quittance.stripe.storage.jooq.Tables.PAYMENT;
import static dev.quittance.stripe.storage.jooq.Tables.PAYOUT;
import static dev.quittance.stripe.storage.jooq.Tables.STRIPE_TRANSACTION;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.stripe.gateway.FeeReading;
import dev.quittance.stripe.ledger.Settled;
import dev.quittance.stripe.storage.jooq.tables.records.PaymentRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** The SQL of payments. The caller of what writes holds the request's lock. */
final class PaymentRepository {
    void add(DSLContext tx, Payment payment) {
        PaymentRecord row = tx.newRecord(PAYMENT);
        row.setOrgId(payment.org().value());
        row.setPaymentId(payment.paymentId());
        row.setRequestId(payment.requestId());
        row.setAttemptId(payment.attemptId());
        row.setConnectionId(payment.place().connectionId());
        row.setStripeAccountId(payment.place().stripeAccountId());
        row.setLivemode(payment.place().livemode());
        row.setStripePaymentIntentId(payment.intentId());
        row.setStripeChargeId(payment.chargeId().orElse(null));
        row.setAmountMinor(payment.amount().minor());
        row.setCurrency(payment.amount().currency());
        row.setState(payment.state().name());
        row.setMethodType(payment.method().type());
        row.setMethodBrand(payment.method().brand());
        row.setMethodLast4(payment.method().last4());
        row.setOverpaid(payment.overpaid());
        row.setRefundedMinor(payment.refunded().minor());
        row.setDisputedMinor(payment.disputed().minor());
        row.setNextCheckAt(payment.nextCheckAt().orElse(null));
        row.setSucceededAt(payment.succeededAt().orElse(null));
        row.setCreatedAt(payment.createdAt());
        row.setVersion(payment.version());
        tx.insertInto(PAYMENT).set(row).execute();
    }

    /** Stores the next state of a payment that is there, with what was read of its charge. */
    void save(DSLContext tx, Payment payment) {
        int rows = tx.update(PAYMENT)
                .set(PAYMENT.STATE, payment.state().name())
                .set(PAYMENT.STRIPE_CHARGE_ID, payment.chargeId().orElse(null))
                .set(PAYMENT.METHOD_TYPE, payment.method().type())
                .set(PAYMENT.METHOD_BRAND, payment.method().brand())
                .set(PAYMENT.METHOD_LAST4, payment.method().last4())
                .set(PAYMENT.OVERPAID, payment.overpaid())
                .set(PAYMENT.NEXT_CHECK_AT, payment.nextCheckAt().orElse(null))
                .set(PAYMENT.SUCCEEDED_AT, payment.succeededAt().orElse(null))
                .set(PAYMENT.VERSION, payment.version() + 1)
                .where(is(payment.org(), payment.paymentId()).and(PAYMENT.VERSION.eq(payment.version())))
                .execute();
        if (rows != 1) {
            throw new IllegalStateException("payment " + payment.paymentId() + " was changed by somebody else");
        }
    }

    void saveFee(DSLContext tx, Payment payment, FeeReading fee) {
        tx.update(PAYMENT)
                .set(PAYMENT.FEE_MINOR, fee.fee().minor())
                .set(PAYMENT.FEE_CURRENCY, fee.fee().currency())
                .set(PAYMENT.SETTLED_MINOR, fee.gross().minor())
                .set(PAYMENT.EXCHANGE_RATE, fee.exchangeRate().orElse(null))
                .set(PAYMENT.AVAILABLE_ON, fee.availableOn())
                .set(PAYMENT.STRIPE_BALANCE_TRANSACTION_ID, fee.balanceTransactionId())
                .setNull(PAYMENT.NEXT_CHECK_AT)
                .set(PAYMENT.VERSION, PAYMENT.VERSION.plus(1))
                .where(is(payment.org(), payment.paymentId()))
                .execute();
    }

    void addRefunded(DSLContext tx, Payment payment, Money delta) {
        add(tx, payment, PAYMENT.REFUNDED_MINOR, delta);
    }

    void addDisputed(DSLContext tx, Payment payment, Money delta) {
        add(tx, payment, PAYMENT.DISPUTED_MINOR, delta);
    }

    private static void add(DSLContext tx, Payment payment, Field<Long> sum, Money delta) {
        int rows = tx.update(PAYMENT)
                .set(sum, sum.plus(delta.minor()))
                .set(PAYMENT.VERSION, PAYMENT.VERSION.plus(1))
                .where(is(payment.org(), payment.paymentId()))
                .execute();
        if (rows != 1) {
            throw new IllegalStateException("no payment " + payment.paymentId());
        }
    }

    void postpone(DSLContext tx, OrgId org, UUID paymentId, Instant nextCheckAt) {
        tx.update(PAYMENT)
                .set(PAYMENT.NEXT_CHECK_AT, nextCheckAt)
                .where(is(org, paymentId).and(PAYMENT.NEXT_CHECK_AT.isNotNull()))
                .execute();
    }

    Optional<Payment> find(DSLContext db, OrgId org, UUID paymentId) {
        return db.selectFrom(PAYMENT).where(is(org, paymentId)).fetchOptional(PaymentRepository::read);
    }

    Optional<Payment> findByIntent(DSLContext db, OrgId org, String stripeAccountId, String intentId) {
        return db.selectFrom(PAYMENT)
                .where(PAYMENT.ORG_ID
                        .eq(org.value())
                        .and(PAYMENT.STRIPE_ACCOUNT_ID.eq(stripeAccountId))
                        .and(PAYMENT.STRIPE_PAYMENT_INTENT_ID.eq(intentId)))
                .fetchOptional(PaymentRepository::read);
    }

    /** Oldest first. */
    List<Payment> list(DSLContext db, OrgId org, Collection<UUID> requestIds) {
        return db.selectFrom(PAYMENT)
                .where(PAYMENT.ORG_ID.eq(org.value()).and(PAYMENT.REQUEST_ID.in(requestIds)))
                .orderBy(PAYMENT.PAYMENT_ID)
                .fetch(PaymentRepository::read);
    }

    /** When what came of these payments is expected at the bank, at 00:00 UTC of that day, where it is in a payout already. */
    Map<UUID, Instant> listArrivals(DSLContext db, OrgId org, Collection<UUID> paymentIds) {
        Map<UUID, Instant> arrivals = new HashMap<>();
        db.select(STRIPE_TRANSACTION.PAYMENT_ID, PAYOUT.ARRIVAL_ON)
                .from(STRIPE_TRANSACTION)
                .join(PAYOUT)
                .on(PAYOUT.ORG_ID.eq(STRIPE_TRANSACTION.ORG_ID))
                .and(PAYOUT.STRIPE_ACCOUNT_ID.eq(STRIPE_TRANSACTION.STRIPE_ACCOUNT_ID))
                .and(PAYOUT.STRIPE_PAYOUT_ID.eq(STRIPE_TRANSACTION.STRIPE_PAYOUT_ID))
                .where(STRIPE_TRANSACTION.ORG_ID.eq(org.value()))
                .and(STRIPE_TRANSACTION.PAYMENT_ID.in(paymentIds))
                .and(STRIPE_TRANSACTION.CATEGORY.eq("charge"))
                .forEach(row -> arrivals.put(row.value1(), row.value2()));
        return arrivals;
    }

    /** Those of all organisations whose fee is to be looked for by now, longest due first. */
    List<Payment> listDue(DSLContext db, Instant now, int limit) {
        return db.selectFrom(PAYMENT)
                .where(PAYMENT.NEXT_CHECK_AT.le(now))
                .orderBy(PAYMENT.NEXT_CHECK_AT, PAYMENT.PAYMENT_ID)
                .limit(limit)
                .fetch(PaymentRepository::read);
    }

    private static Condition is(OrgId org, UUID paymentId) {
        return PAYMENT.ORG_ID.eq(org.value()).and(PAYMENT.PAYMENT_ID.eq(paymentId));
    }

    private static Optional<Settled> settled(PaymentRecord row) {
        return Optional.ofNullable(row.getSettledMinor())
                .filter(minor -> row.getFeeMinor() != null)
                .map(minor -> new Settled(
                        row.getStripeBalanceTransactionId(),
                        Money.of(minor, row.getFeeCurrency()),
                        Money.of(row.getFeeMinor(), row.getFeeCurrency()),
                        Optional.ofNullable(row.getExchangeRate())));
    }

    static Payment read(PaymentRecord row) {
        return new Payment(
                new OrgId(row.getOrgId()),
                row.getPaymentId(),
                row.getRequestId(),
                row.getAttemptId(),
                new StripePlace(row.getConnectionId(), row.getStripeAccountId(), row.getLivemode()),
                row.getStripePaymentIntentId(),
                Optional.ofNullable(row.getStripeChargeId()),
                Money.of(row.getAmountMinor(), row.getCurrency()),
                PaymentState.valueOf(row.getState()),
                new Method(row.getMethodType(), row.getMethodBrand(), row.getMethodLast4()),
                row.getOverpaid(),
                settled(row),
                Optional.ofNullable(row.getAvailableOn()),
                Money.of(row.getRefundedMinor(), row.getCurrency()),
                Money.of(row.getDisputedMinor(), row.getCurrency()),
                Optional.ofNullable(row.getNextCheckAt()),
                Optional.ofNullable(row.getSucceededAt()),
                row.getCreatedAt(),
                row.getVersion());
    }
}
