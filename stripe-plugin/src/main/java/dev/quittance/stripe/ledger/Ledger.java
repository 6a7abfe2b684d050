package dev.quittance.stripe.ledger;

import static dev.quittance.stripe.storage.jooq.Tables.LEDGER_ENTRY;
import static dev.quittance.stripe.storage.jooq.Tables.LEDGER_POSTING;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.storage.jooq.tables.records.LedgerEntryRecord;
import dev.quittance.stripe.storage.jooq.tables.records.LedgerPostingRecord;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;

/**
 * The append-only double entry: rows are added and never changed, and what was wrong is booked the other way round. PostgreSQL refuses
 * anything else by itself. Thread-safe.
 */
public final class Ledger {
    private final PluginContext context;

    /** A ledger in the plugin's database. */
    public Ledger(PluginContext context) {
        this.context = context;
    }

    /**
     * Books in the caller's transaction, unless this kind of fact is booked for this source already. Safe to repeat.
     *
     * @return whether it was new
     */
    public boolean addIfNew(DSLContext tx, Posting posting) {
        UUID postingId = context.ids().next();
        LedgerPostingRecord row = new LedgerPostingRecord();
        row.setOrgId(posting.org().value());
        row.setPostingId(postingId);
        row.setPostingKey(posting.key());
        row.setKind(posting.kind().code());
        row.setSourceId(posting.sourceId());
        posting.place().ifPresent(place -> {
            row.setRecordObject(place.record().object());
            row.setRecordId(place.record().id());
            row.setRequestId(place.requestId());
            row.setPaymentId(place.paymentId());
        });
        row.setExchangeRate(posting.exchangeRate().orElse(null));
        row.setStripeBalanceTransactionId(posting.balanceTransactionId().orElse(null));
        row.setPostedAt(context.clock().instant());
        boolean isNew = tx.insertInto(LEDGER_POSTING)
                        .set(row)
                        .onConflict(LEDGER_POSTING.ORG_ID, LEDGER_POSTING.POSTING_KEY)
                        .doNothing()
                        .execute()
                == 1;
        if (isNew) {
            addLines(tx, postingId, posting);
        }
        return isNew;
    }

    /** Whether this key is booked already. */
    public boolean isBooked(DSLContext sql, OrgId org, String key) {
        return sql.fetchExists(
                LEDGER_POSTING, LEDGER_POSTING.ORG_ID.eq(org.value()).and(LEDGER_POSTING.POSTING_KEY.eq(key)));
    }

    /** What is booked of this kind for a source; empty if nothing is. */
    public Optional<Booked> find(DSLContext sql, OrgId org, PostingKind kind, String sourceId) {
        return sum(sql, of(org).and(LEDGER_POSTING.KIND.eq(kind.code())).and(LEDGER_POSTING.SOURCE_ID.eq(sourceId)));
    }

    /** What is booked of this kind by a balance transaction of Stripe's; empty if nothing is. */
    public Optional<Booked> findByTransaction(
            DSLContext sql, OrgId org, PostingKind kind, String balanceTransactionId) {
        return sum(
                sql,
                of(org).and(LEDGER_POSTING.KIND.eq(kind.code()))
                        .and(LEDGER_POSTING.STRIPE_BALANCE_TRANSACTION_ID.eq(balanceTransactionId)));
    }

    /** What is booked of a payment and its fee; empty if nothing is. */
    public Optional<Booked> findPayment(DSLContext sql, OrgId org, UUID paymentId) {
        return sum(
                sql,
                of(org).and(LEDGER_POSTING.PAYMENT_ID.eq(paymentId))
                        .and(LEDGER_POSTING.KIND.in(PostingKind.PAYMENT.code(), PostingKind.FEE.code())));
    }

    private static Condition of(OrgId org) {
        return LEDGER_POSTING.ORG_ID.eq(org.value());
    }

    private static Optional<Booked> sum(DSLContext sql, Condition postings) {
        Map<String, Long> balance = new TreeMap<>();
        Map<String, Long> fees = new TreeMap<>();
        var lines = sql.select(LEDGER_ENTRY.ACCOUNT, LEDGER_ENTRY.CURRENCY, LEDGER_ENTRY.AMOUNT_MINOR)
                .from(LEDGER_POSTING)
                .join(LEDGER_ENTRY)
                .on(LEDGER_ENTRY.ORG_ID.eq(LEDGER_POSTING.ORG_ID))
                .and(LEDGER_ENTRY.POSTING_ID.eq(LEDGER_POSTING.POSTING_ID))
                .where(postings)
                .fetch();
        lines.forEach(line -> {
            if (line.value1().equals(LedgerAccount.STRIPE_BALANCE.code())) {
                balance.merge(line.value2(), line.value3(), Math::addExact);
            } else if (line.value1().equals(LedgerAccount.STRIPE_FEES.code())) {
                fees.merge(line.value2(), line.value3(), Math::addExact);
            }
        });
        balance.values().removeIf(sum -> sum == 0);
        fees.values().removeIf(sum -> sum == 0);
        return lines.isEmpty() ? Optional.empty() : Optional.of(new Booked(balance, fees));
    }

    private static void addLines(DSLContext tx, UUID postingId, Posting posting) {
        int number = 0;
        for (Posting.Line line : posting.lines()) {
            number++;
            LedgerEntryRecord row = tx.newRecord(LEDGER_ENTRY);
            row.setOrgId(posting.org().value());
            row.setPostingId(postingId);
            row.setLine(number);
            row.setAccount(line.account().code());
            row.setAmountMinor(line.amount().minor());
            row.setCurrency(line.amount().currency());
            if (row.insert() != 1) {
                throw new IllegalStateException("a line of a booking was not written");
            }
        }
    }
}
