package dev.quittance.stripe.request;

import static dev.quittance.stripe.storage.jooq.Tables.PAYMENT_REQUEST;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordRef;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** The SQL of standing requests: at most one for each record holds its key. */
final class StandingRepository {
    String key(RecordRef record) {
        return record.object() + "/" + record.id();
    }

    /** The request that holds the record's key. */
    Optional<UUID> findId(DSLContext db, OrgId org, RecordRef record) {
        return db.select(PAYMENT_REQUEST.REQUEST_ID)
                .from(PAYMENT_REQUEST)
                .where(PAYMENT_REQUEST.ORG_ID.eq(org.value()).and(PAYMENT_REQUEST.STANDING_KEY.eq(key(record))))
                .fetchOptional(PAYMENT_REQUEST.REQUEST_ID);
    }

    /** The latest standing request of the record, whether it still holds the key or not. */
    Optional<UUID> findLatest(DSLContext db, OrgId org, RecordRef record) {
        return db.select(PAYMENT_REQUEST.REQUEST_ID)
                .from(PAYMENT_REQUEST)
                .where(PAYMENT_REQUEST
                        .ORG_ID
                        .eq(org.value())
                        .and(PAYMENT_REQUEST.RECORD_OBJECT.eq(record.object()))
                        .and(PAYMENT_REQUEST.RECORD_ID.eq(record.id()))
                        .and(PAYMENT_REQUEST.TYPE.eq(RequestType.INVOICE.code())))
                .orderBy(PAYMENT_REQUEST.REQUEST_ID.desc())
                .limit(1)
                .fetchOptional(PAYMENT_REQUEST.REQUEST_ID);
    }

    List<RecordRef> listLinked(DSLContext db, OrgId org, List<RecordRef> records) {
        return records.stream()
                .filter(record -> findLatest(db, org, record).isPresent())
                .collect(Collectors.toUnmodifiableList());
    }

    void release(DSLContext tx, PaymentRequest locked) {
        int rows = tx.update(PAYMENT_REQUEST)
                .setNull(PAYMENT_REQUEST.STANDING_KEY)
                .where(PAYMENT_REQUEST
                        .ORG_ID
                        .eq(locked.org().value())
                        .and(PAYMENT_REQUEST.REQUEST_ID.eq(locked.requestId())))
                .execute();
        if (rows != 1) {
            throw new IllegalStateException("a locked request vanished: " + locked.requestId());
        }
    }
}
