package dev.quittance.stripe.ledger;

import static dev.quittance.stripe.storage.jooq.Tables.RECORD_BALANCE;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.RecordRef;
import dev.quittance.stripe.storage.jooq.tables.records.RecordBalanceRecord;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** The kept sums of each record and currency, changed in the transaction of what they sum. Thread-safe. */
public final class RecordBalances {
    private static final long FIRST_VERSION = 1;

    /**
     * Changes the sums and locks their row until the transaction ends.
     *
     * @return the sums after the change
     * @throws IllegalStateException if a sum would become negative: a mistake in the caller
     */
    public RecordBalance change(DSLContext tx, OrgId org, RecordRef record, BalanceChange change) {
        String currency = change.requested().currency();
        RecordBalance before = lock(tx, org, record, currency);
        RecordBalance after = new RecordBalance(
                before.requested().plus(change.requested()),
                before.processing().plus(change.processing()),
                before.paid().plus(change.paid()),
                before.refunded().plus(change.refunded()),
                before.disputed().plus(change.disputed()),
                before.waived().plus(change.waived()));
        if (after.requested().isNegative()
                || after.processing().isNegative()
                || after.paid().isNegative()
                || after.refunded().isNegative()) {
            throw new IllegalStateException("a sum of a record would become negative: " + change);
        }
        int rows = tx.update(RECORD_BALANCE)
                .set(RECORD_BALANCE.REQUESTED_MINOR, after.requested().minor())
                .set(RECORD_BALANCE.PROCESSING_MINOR, after.processing().minor())
                .set(RECORD_BALANCE.PAID_MINOR, after.paid().minor())
                .set(RECORD_BALANCE.REFUNDED_MINOR, after.refunded().minor())
                .set(RECORD_BALANCE.DISPUTED_MINOR, after.disputed().minor())
                .set(RECORD_BALANCE.WAIVED_MINOR, after.waived().minor())
                .set(RECORD_BALANCE.VERSION, RECORD_BALANCE.VERSION.plus(1))
                .where(key(org, record, currency))
                .execute();
        if (rows != 1) {
            throw new IllegalStateException("a locked row changed meanwhile");
        }
        return after;
    }

    /** The sums in this currency; all zero if there are none yet. */
    public RecordBalance get(DSLContext sql, OrgId org, RecordRef record, String currency) {
        return sql.selectFrom(RECORD_BALANCE)
                .where(key(org, record, currency))
                .fetchOptional(RecordBalances::read)
                .orElse(RecordBalance.none(currency));
    }

    /** The sums of these records together in this currency. */
    public RecordBalance sum(DSLContext sql, OrgId org, List<RecordRef> records, String currency) {
        return records.stream()
                .map(record -> get(sql, org, record, currency))
                .reduce(RecordBalance.none(currency), RecordBalance::plus);
    }

    /** The sums in every currency in which there are any, each with the version that rises with its changes. */
    public List<Versioned> list(DSLContext sql, OrgId org, RecordRef record) {
        return sql.selectFrom(RECORD_BALANCE)
                .where(RECORD_BALANCE
                        .ORG_ID
                        .eq(org.value())
                        .and(RECORD_BALANCE.RECORD_OBJECT.eq(record.object()))
                        .and(RECORD_BALANCE.RECORD_ID.eq(record.id())))
                .orderBy(RECORD_BALANCE.CURRENCY)
                .fetch(row -> new Versioned(read(row), row.getVersion()));
    }

    /**
     * Kept sums as of a moment.
     *
     * @param sums the sums, all in one currency
     * @param version rises with each change
     */
    public record Versioned(RecordBalance sums, long version) {}

    /** The sums, their row made if need be and locked: whoever decides by them decides alone. */
    public RecordBalance lock(DSLContext tx, OrgId org, RecordRef record, String currency) {
        Optional<RecordBalance> found = locked(tx, org, record, currency);
        if (found.isPresent()) {
            return found.get();
        }
        RecordBalanceRecord row = new RecordBalanceRecord();
        row.setOrgId(org.value());
        row.setRecordObject(record.object());
        row.setRecordId(record.id());
        row.setCurrency(currency);
        row.setRequestedMinor(0L);
        row.setProcessingMinor(0L);
        row.setPaidMinor(0L);
        row.setRefundedMinor(0L);
        row.setDisputedMinor(0L);
        row.setWaivedMinor(0L);
        row.setVersion(FIRST_VERSION);
        int made = tx.insertInto(RECORD_BALANCE)
                .set(row)
                .onConflict(
                        RECORD_BALANCE.ORG_ID,
                        RECORD_BALANCE.RECORD_OBJECT,
                        RECORD_BALANCE.RECORD_ID,
                        RECORD_BALANCE.CURRENCY)
                .doNothing()
                .execute();
        return locked(tx, org, record, currency)
                .orElseThrow(() -> new IllegalStateException("a row vanished after " + made + " was made"));
    }

    /** The version of the sums in this currency; that of a fresh row if there are none yet. */
    public long version(DSLContext sql, OrgId org, RecordRef record, String currency) {
        return sql.select(RECORD_BALANCE.VERSION)
                .from(RECORD_BALANCE)
                .where(key(org, record, currency))
                .fetchOptional(RECORD_BALANCE.VERSION)
                .orElse(FIRST_VERSION);
    }

    /**
     * Goes on to the next version without changing a sum, and locks the row until the transaction ends: whoever read this version
     * before notices.
     *
     * @return false, and nothing changes, if the version is another one than the one that was seen
     */
    public boolean advance(DSLContext tx, OrgId org, RecordRef record, String currency, long seen) {
        RecordBalance before = lock(tx, org, record, currency);
        assert before.requested().currency().equals(currency);
        return tx.update(RECORD_BALANCE)
                        .set(RECORD_BALANCE.VERSION, seen + 1)
                        .where(key(org, record, currency).and(RECORD_BALANCE.VERSION.eq(seen)))
                        .execute()
                == 1;
    }

    private static Optional<RecordBalance> locked(DSLContext tx, OrgId org, RecordRef record, String currency) {
        return tx.selectFrom(RECORD_BALANCE)
                .where(key(org, record, currency))
                .forUpdate()
                .fetchOptional(RecordBalances::read);
    }

    private static Condition key(OrgId org, RecordRef record, String currency) {
        return RECORD_BALANCE
                .ORG_ID
                .eq(org.value())
                .and(RECORD_BALANCE.RECORD_OBJECT.eq(record.object()))
                .and(RECORD_BALANCE.RECORD_ID.eq(record.id()))
                .and(RECORD_BALANCE.CURRENCY.eq(currency));
    }

    private static RecordBalance read(RecordBalanceRecord row) {
        String currency = row.getCurrency();
        return new RecordBalance(
                Money.of(row.getRequestedMinor(), currency),
                Money.of(row.getProcessingMinor(), currency),
                Money.of(row.getPaidMinor(), currency),
                Money.of(row.getRefundedMinor(), currency),
                Money.of(row.getDisputedMinor(), currency),
                Money.of(row.getWaivedMinor(), currency));
    }
}
