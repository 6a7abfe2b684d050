package dev.quittance.stripe.operation;

import static dev.quittance.stripe.storage.jooq.Tables.OPERATION;

import dev.quittance.api.host.Sealed;
import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.storage.Backlog;
import dev.quittance.stripe.storage.jooq.tables.records.OperationRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** SQL of the operations. */
final class OperationRepository {
    /** Enough for a run of the job; the next run takes the rest. */
    private static final int BATCH = 100;

    /** An operation with its bytes. */
    record Stored(Operation operation, Sealed body) {}

    /** Which operation is due. */
    record Due(OrgId org, UUID operationId) {}

    /** What changes with a step; the rest of the row stays. */
    record Step(
            OperationState state,
            @Nullable Instant firstSentAt,
            @Nullable Instant nextCheckAt,
            int httpStatus,
            String errorCode,
            String objectId,
            String requestId) {}

    void add(DSLContext tx, Operation operation, Sealed body, Instant now, Instant nextCheckAt) {
        OperationRecord row = tx.newRecord(OPERATION);
        row.setOrgId(operation.org().value());
        row.setOperationId(operation.operationId());
        row.setKind(operation.kind());
        row.setConnectionId(operation.connectionId());
        row.setStripeAccountId(operation.stripeAccountId());
        row.setLivemode(operation.livemode());
        row.setMethod("POST");
        row.setPath(operation.path());
        row.setBodySealed(body.bytes());
        row.setIdempotencyKey(operation.idempotencyKey());
        row.setSubjectId(operation.subjectId());
        row.setState(operation.state().name());
        row.setTries(operation.tries());
        row.setNextCheckAt(nextCheckAt);
        row.setCreatedAt(now);
        row.setVersion(operation.version());
        row.insert();
    }

    Optional<Stored> find(DSLContext sql, OrgId org, UUID operationId) {
        return sql.selectFrom(OPERATION)
                .where(OPERATION.ORG_ID.eq(org.value()))
                .and(OPERATION.OPERATION_ID.eq(operationId))
                .fetchOptional(OperationRepository::stored);
    }

    /** The row, locked until the transaction ends. */
    Operation lock(DSLContext tx, OrgId org, UUID operationId) {
        return tx.selectFrom(OPERATION)
                .where(OPERATION.ORG_ID.eq(org.value()))
                .and(OPERATION.OPERATION_ID.eq(operationId))
                .forUpdate()
                .fetchOptional(row -> stored(row).operation())
                .orElseThrow(() -> absent(operationId));
    }

    boolean isOpen(DSLContext tx, OrgId org, String kind, UUID subjectId) {
        return tx.fetchExists(
                OPERATION,
                OPERATION
                        .ORG_ID
                        .eq(org.value())
                        .and(OPERATION.KIND.eq(kind))
                        .and(OPERATION.SUBJECT_ID.eq(subjectId))
                        .and(OPERATION.NEXT_CHECK_AT.isNotNull()));
    }

    /** Those on their way, and those set aside that nobody has looked at. */
    List<Operation> listOpen(DSLContext sql, OrgId org, int limit) {
        return sql.selectFrom(OPERATION)
                .where(OPERATION.ORG_ID.eq(org.value()))
                .and(OPERATION.STATE.in(
                        OperationState.PREPARED.name(),
                        OperationState.SENT.name(),
                        OperationState.UNKNOWN.name(),
                        OperationState.QUARANTINED.name()))
                .and(OPERATION.SETTLED_AT.isNull())
                .orderBy(OPERATION.OPERATION_ID)
                .limit(limit)
                .fetch(row -> stored(row).operation());
    }

    /** Those in a state, by when they were made: ids rise with time. */
    Backlog backlog(DSLContext sql, OrgId org, OperationState state) {
        return Backlog.of(sql.select(OPERATION.CREATED_AT)
                .from(OPERATION)
                .where(OPERATION.ORG_ID.eq(org.value()))
                .and(OPERATION.STATE.eq(state.name()))
                .orderBy(OPERATION.OPERATION_ID)
                .limit(Backlog.READ)
                .fetch(OPERATION.CREATED_AT));
    }

    Optional<Operation> findLatest(DSLContext sql, OrgId org, String kind) {
        return sql.selectFrom(OPERATION)
                .where(OPERATION.ORG_ID.eq(org.value()))
                .and(OPERATION.KIND.eq(kind))
                .orderBy(OPERATION.OPERATION_ID.desc())
                .limit(1)
                .fetchOptional(row -> stored(row).operation());
    }

    int settle(DSLContext tx, OrgId org, UUID operationId, String by, Instant now) {
        return tx.update(OPERATION)
                .set(OPERATION.SETTLED_AT, now)
                .set(OPERATION.SETTLED_BY, by)
                .where(OPERATION.ORG_ID.eq(org.value()))
                .and(OPERATION.OPERATION_ID.eq(operationId))
                .and(OPERATION.STATE.eq(OperationState.QUARANTINED.name()))
                .and(OPERATION.SETTLED_AT.isNull())
                .execute();
    }

    /** Makes every open call of a connection due. */
    int wake(DSLContext tx, OrgId org, UUID connectionId, Instant now) {
        return tx.update(OPERATION)
                .set(OPERATION.NEXT_CHECK_AT, now)
                .where(OPERATION.ORG_ID.eq(org.value()))
                .and(OPERATION.CONNECTION_ID.eq(connectionId))
                .and(OPERATION.NEXT_CHECK_AT.gt(now))
                .execute();
    }

    int wakeAll(DSLContext tx, OrgId org, Instant now) {
        return tx.update(OPERATION)
                .set(OPERATION.NEXT_CHECK_AT, now)
                .where(OPERATION.ORG_ID.eq(org.value()))
                .and(OPERATION.NEXT_CHECK_AT.gt(now))
                .execute();
    }

    List<UUID> listOpenIds(DSLContext tx, OrgId org) {
        return tx.select(OPERATION.OPERATION_ID)
                .from(OPERATION)
                .where(OPERATION.ORG_ID.eq(org.value()))
                .and(OPERATION.NEXT_CHECK_AT.isNotNull())
                .orderBy(OPERATION.OPERATION_ID)
                .fetch(OPERATION.OPERATION_ID);
    }

    int countOpen(DSLContext sql, OrgId org, List<String> kinds) {
        return sql.select(OPERATION.OPERATION_ID)
                .from(OPERATION)
                .where(OPERATION.ORG_ID.eq(org.value()))
                .and(OPERATION.NEXT_CHECK_AT.isNotNull())
                .and(OPERATION.KIND.in(kinds))
                .limit(Backlog.READ)
                .fetch()
                .size();
    }

    /** Waits for a person to mend the connection; its state stays. */
    void park(DSLContext tx, Operation operation, String code, Instant nextCheckAt) {
        changed(tx.update(OPERATION)
                .set(OPERATION.ERROR_CODE, code)
                .set(OPERATION.NEXT_CHECK_AT, nextCheckAt)
                .where(OPERATION.ORG_ID.eq(operation.org().value()))
                .and(OPERATION.OPERATION_ID.eq(operation.operationId()))
                .execute());
    }

    List<Due> listDue(DSLContext sql, Instant now) {
        return sql.select(OPERATION.ORG_ID, OPERATION.OPERATION_ID)
                .from(OPERATION)
                .where(OPERATION.NEXT_CHECK_AT.le(now))
                .orderBy(OPERATION.NEXT_CHECK_AT, OPERATION.ORG_ID, OPERATION.OPERATION_ID)
                .limit(BATCH)
                .fetch(row -> new Due(new OrgId(row.value1()), row.value2()));
    }

    /** When it is looked at again; empty once it is final. */
    Optional<Instant> nextCheck(DSLContext sql, Operation operation) {
        return sql.select(OPERATION.NEXT_CHECK_AT)
                .from(OPERATION)
                .where(OPERATION.ORG_ID.eq(operation.org().value()))
                .and(OPERATION.OPERATION_ID.eq(operation.operationId()))
                .fetchOptional(OPERATION.NEXT_CHECK_AT);
    }

    void sending(DSLContext tx, Operation operation, Instant now, Instant nextCheckAt) {
        changed(tx.update(OPERATION)
                .set(OPERATION.STATE, OperationState.SENT.name())
                .set(OPERATION.TRIES, operation.tries() + 1)
                .set(OPERATION.FIRST_SENT_AT, operation.firstSentAt().orElse(now))
                .set(OPERATION.LAST_SENT_AT, now)
                .set(OPERATION.NEXT_CHECK_AT, nextCheckAt)
                .set(OPERATION.VERSION, operation.version() + 1)
                .where(OPERATION.ORG_ID.eq(operation.org().value()))
                .and(OPERATION.OPERATION_ID.eq(operation.operationId()))
                .and(OPERATION.VERSION.eq(operation.version()))
                .execute());
    }

    void step(DSLContext tx, Operation operation, Step step, Instant now) {
        if (!operation.state().canBecome(step.state()) && operation.state() != step.state()) {
            throw new IllegalStateException(operation.state() + " cannot become " + step.state());
        }
        changed(tx.update(OPERATION)
                .set(OPERATION.STATE, step.state().name())
                .set(OPERATION.FIRST_SENT_AT, step.firstSentAt())
                .set(OPERATION.NEXT_CHECK_AT, step.nextCheckAt())
                .set(OPERATION.ANSWERED_AT, now)
                .set(OPERATION.HTTP_STATUS, step.httpStatus())
                .set(OPERATION.ERROR_CODE, step.errorCode())
                .set(OPERATION.STRIPE_OBJECT_ID, step.objectId())
                .set(OPERATION.STRIPE_REQUEST_ID, step.requestId())
                .set(OPERATION.VERSION, operation.version() + 1)
                .where(OPERATION.ORG_ID.eq(operation.org().value()))
                .and(OPERATION.OPERATION_ID.eq(operation.operationId()))
                .and(OPERATION.VERSION.eq(operation.version()))
                .execute());
    }

    /** Puts the next look off, without any other change. */
    void lookAgain(DSLContext tx, Operation operation, Instant nextCheckAt) {
        changed(tx.update(OPERATION)
                .set(OPERATION.NEXT_CHECK_AT, nextCheckAt)
                .where(OPERATION.ORG_ID.eq(operation.org().value()))
                .and(OPERATION.OPERATION_ID.eq(operation.operationId()))
                .execute());
    }

    static IllegalArgumentException absent(UUID operationId) {
        return new IllegalArgumentException("no such operation: " + operationId);
    }

    private static void changed(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("a locked row changed meanwhile");
        }
    }

    private static Stored stored(OperationRecord row) {
        Operation operation = new Operation(
                new OrgId(row.getOrgId()),
                row.getOperationId(),
                row.getKind(),
                row.getConnectionId(),
                row.getStripeAccountId(),
                row.getLivemode(),
                row.getPath(),
                row.getSubjectId(),
                OperationState.valueOf(row.getState()),
                row.getTries(),
                Optional.ofNullable(row.getFirstSentAt()),
                Optional.ofNullable(row.getLastSentAt()),
                row.getHttpStatus() == null ? 0 : row.getHttpStatus(),
                row.getErrorCode() == null ? "" : row.getErrorCode(),
                row.getStripeObjectId() == null ? "" : row.getStripeObjectId(),
                row.getVersion());
        return new Stored(operation, new Sealed(row.getBodySealed()));
    }
}
