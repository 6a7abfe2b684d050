package dev.quittance.stripe.request;

import static dev.quittance.stripe.storage.jooq.Tables.PAYMENT_REQUEST;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.RecordRef;
import dev.quittance.stripe.storage.jooq.tables.records.PaymentRequestRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The SQL of payment requests. Every statement names the organisation. */
final class RequestRepository {
    private static final int MOST_UNPAID = 20;

    /** More than anybody has open on one record. */
    private static final int MOST_CANCELABLE = 100;

    private static final Condition RUNNING =
            PAYMENT_REQUEST.STATE.in(RequestState.OPEN.name(), RequestState.PROCESSING.name());

    /** Not stopped, or only until it asks for another amount. */
    private static final Condition GOES_ON =
            PAYMENT_REQUEST.STOPPED_REASON.isNull().or(PAYMENT_REQUEST.STOPPED_REASON.eq(StopReason.CHANGED.code()));

    /** Adds the request; false if this submission was stored before. */
    boolean addIfNew(DSLContext tx, PaymentRequest request, String submissionKey) {
        return addIfNew(tx, request, submissionKey, Optional.empty());
    }

    /** Adds the request, behind a record's link if it has a key; false if this submission was stored before, or the key is held. */
    boolean addIfNew(DSLContext tx, PaymentRequest request, String submissionKey, Optional<String> standingKey) {
        PaymentRequestRecord row = tx.newRecord(PAYMENT_REQUEST);
        row.setOrgId(request.org().value());
        row.setRequestId(request.requestId());
        row.setRecordObject(request.record().object());
        row.setRecordId(request.record().id());
        row.setRecordName(request.recordName());
        row.setClientId(request.recipient().clientId());
        row.setType(request.type().code());
        row.setPercent(request.percent().orElse(null));
        row.setAmountMinor(request.amount().minor());
        row.setCurrency(request.amount().currency());
        row.setDescription(request.description());
        row.setRecipientName(request.recipient().name());
        row.setRecipientEmail(request.recipient().email());
        row.setLocale(request.recipient().locale().toLanguageTag());
        row.setState(request.state().name());
        row.setSubmissionKey(submissionKey);
        row.setContributed(Lines.ofMap(request.contributed()));
        row.setReceiptLines(Lines.ofList(request.receiptLines()));
        row.setRequestedBy(request.requestedBy());
        row.setCreatedAt(request.createdAt());
        row.setProjectId(request.projectId().orElse(null));
        row.setStandingKey(standingKey.orElse(null));
        row.setVersion(request.version());
        return tx.insertInto(PAYMENT_REQUEST).set(row).onConflictDoNothing().execute() == 1;
    }

    Optional<PaymentRequest> find(DSLContext db, OrgId org, UUID requestId) {
        return db.selectFrom(PAYMENT_REQUEST).where(is(org, requestId)).fetchOptional(RequestRepository::read);
    }

    Optional<PaymentRequest> findSubmitted(DSLContext db, OrgId org, String submissionKey) {
        return db.selectFrom(PAYMENT_REQUEST)
                .where(PAYMENT_REQUEST.ORG_ID.eq(org.value()).and(PAYMENT_REQUEST.SUBMISSION_KEY.eq(submissionKey)))
                .fetchOptional(RequestRepository::read);
    }

    /** The request as it is now, kept from others until the transaction ends. */
    Optional<PaymentRequest> lock(DSLContext tx, OrgId org, UUID requestId) {
        return tx.selectFrom(PAYMENT_REQUEST)
                .where(is(org, requestId))
                .forUpdate()
                .fetchOptional(RequestRepository::read);
    }

    /** Stores state, moments and the next version; refuses if somebody else has stored since it was read. */
    PaymentRequest save(DSLContext tx, PaymentRequest changed) {
        int rows = tx.update(PAYMENT_REQUEST)
                .set(PAYMENT_REQUEST.STATE, changed.state().name())
                .set(PAYMENT_REQUEST.VIEWED_AT, changed.viewedAt().orElse(null))
                .set(PAYMENT_REQUEST.PAID_AT, changed.paidAt().orElse(null))
                .set(
                        PAYMENT_REQUEST.STOPPED_REASON,
                        changed.stopped().map(StopReason::code).orElse(null))
                .set(PAYMENT_REQUEST.PERCENT, changed.percent().orElse(null))
                .set(PAYMENT_REQUEST.AMOUNT_MINOR, changed.amount().minor())
                .set(
                        PAYMENT_REQUEST.NEXT_AMOUNT_MINOR,
                        changed.nextAmount().map(Money::minor).orElse(null))
                .set(PAYMENT_REQUEST.CLIENT_ID, changed.recipient().clientId())
                .set(PAYMENT_REQUEST.RECIPIENT_EMAIL, changed.recipient().email())
                .set(PAYMENT_REQUEST.VERSION, changed.version() + 1)
                .where(is(changed.org(), changed.requestId()).and(PAYMENT_REQUEST.VERSION.eq(changed.version())))
                .execute();
        if (rows != 1) {
            throw new IllegalStateException("request " + changed.requestId() + " was changed by somebody else");
        }
        return changed.stored();
    }

    /** Newest first, from the one after the given id on. */
    List<PaymentRequest> list(DSLContext db, OrgId org, List<RecordRef> records, Optional<UUID> after, int limit) {
        return db.selectFrom(PAYMENT_REQUEST)
                .where(ofAny(org, records)
                        .and(after.map(PAYMENT_REQUEST.REQUEST_ID::lt).orElse(DSL.noCondition())))
                .orderBy(PAYMENT_REQUEST.REQUEST_ID.desc())
                .limit(limit)
                .fetch(RequestRepository::read);
    }

    /** What was asked for as deposits and not given up: minor units. */
    long sumDepositsMinor(DSLContext db, OrgId org, RecordRef record, String currency) {
        return db.select(DSL.coalesce(DSL.sum(PAYMENT_REQUEST.AMOUNT_MINOR), BigDecimal.ZERO))
                .from(PAYMENT_REQUEST)
                .where(of(org, record)
                        .and(PAYMENT_REQUEST.CURRENCY.eq(currency))
                        .and(PAYMENT_REQUEST.TYPE.eq(RequestType.DEPOSIT.code()))
                        .and(PAYMENT_REQUEST.STATE.in(
                                RequestState.OPEN.name(),
                                RequestState.PROCESSING.name(),
                                RequestState.PARTLY_PAID.name(),
                                RequestState.PAID.name())))
                .fetchSingle()
                .value1()
                .longValueExact();
    }

    /** When the latest request of the same type and amount that is open or on its way was sent, if that was after the given moment. */
    Optional<Instant> findTwin(DSLContext db, OrgId org, RecordRef record, RequestTerms terms, Instant after) {
        return db.select(PAYMENT_REQUEST.CREATED_AT)
                .from(PAYMENT_REQUEST)
                .where(of(org, record)
                        .and(RUNNING)
                        .and(PAYMENT_REQUEST.TYPE.eq(terms.type().code()))
                        .and(PAYMENT_REQUEST.AMOUNT_MINOR.eq(terms.amount().minor()))
                        .and(PAYMENT_REQUEST.CURRENCY.eq(terms.amount().currency()))
                        .and(PAYMENT_REQUEST
                                .CREATED_AT
                                .gt(after)
                                .or(PAYMENT_REQUEST.STATE.eq(RequestState.PROCESSING.name()))))
                .orderBy(PAYMENT_REQUEST.REQUEST_ID.desc())
                .limit(1)
                .fetchOptional(PAYMENT_REQUEST.CREATED_AT);
    }

    private static Condition is(OrgId org, UUID requestId) {
        return PAYMENT_REQUEST.ORG_ID.eq(org.value()).and(PAYMENT_REQUEST.REQUEST_ID.eq(requestId));
    }

    /** The invoices that were asked for as this project's. */
    List<String> listInvoiceIds(DSLContext db, OrgId org, String projectId) {
        return db.selectDistinct(PAYMENT_REQUEST.RECORD_ID)
                .from(PAYMENT_REQUEST)
                .where(PAYMENT_REQUEST
                        .ORG_ID
                        .eq(org.value())
                        .and(PAYMENT_REQUEST.PROJECT_ID.eq(projectId))
                        .and(PAYMENT_REQUEST.RECORD_OBJECT.eq(RecordRef.INVOICE)))
                .orderBy(PAYMENT_REQUEST.RECORD_ID)
                .fetch(PAYMENT_REQUEST.RECORD_ID);
    }

    /** The project that an invoice billed when it was last asked for. */
    Optional<String> findProjectId(DSLContext db, OrgId org, RecordRef record) {
        return db.select(PAYMENT_REQUEST.PROJECT_ID)
                .from(PAYMENT_REQUEST)
                .where(of(org, record).and(PAYMENT_REQUEST.PROJECT_ID.isNotNull()))
                .orderBy(PAYMENT_REQUEST.REQUEST_ID.desc())
                .limit(1)
                .fetchOptional(PAYMENT_REQUEST.PROJECT_ID);
    }

    /** Those that ask for just this amount and are not paid, the newest first. */
    List<PaymentRequest> listUnpaid(DSLContext db, OrgId org, Money amount) {
        return db.selectFrom(PAYMENT_REQUEST)
                .where(PAYMENT_REQUEST.ORG_ID.eq(org.value()))
                .and(PAYMENT_REQUEST.STATE.in(
                        RequestState.OPEN.name(), RequestState.CANCELED.name(), RequestState.EXPIRED.name()))
                .and(PAYMENT_REQUEST.AMOUNT_MINOR.eq(amount.minor()))
                .and(PAYMENT_REQUEST.CURRENCY.eq(amount.currency()))
                .orderBy(PAYMENT_REQUEST.REQUEST_ID.desc())
                .limit(MOST_UNPAID)
                .fetch(RequestRepository::read);
    }

    /** Those that are open and not stopped, without those behind a document's link; oldest first. */
    List<PaymentRequest> listCancelable(DSLContext db, OrgId org, List<RecordRef> records) {
        return records.isEmpty()
                ? List.of()
                : db.selectFrom(PAYMENT_REQUEST)
                        .where(ofAny(org, records))
                        .and(PAYMENT_REQUEST.STATE.eq(RequestState.OPEN.name()))
                        .and(GOES_ON)
                        .and(PAYMENT_REQUEST.STANDING_KEY.isNull())
                        .orderBy(PAYMENT_REQUEST.REQUEST_ID)
                        .limit(MOST_CANCELABLE)
                        .fetch(RequestRepository::read);
    }

    /** Those that are open or on their way and not stopped, oldest first. */
    List<UUID> listRunning(DSLContext db, OrgId org, List<RecordRef> records) {
        return db.select(PAYMENT_REQUEST.REQUEST_ID)
                .from(PAYMENT_REQUEST)
                .where(ofAny(org, records).and(RUNNING).and(GOES_ON))
                .orderBy(PAYMENT_REQUEST.REQUEST_ID)
                .fetch(PAYMENT_REQUEST.REQUEST_ID);
    }

    /** The requests of a client, whatever their state, oldest first. */
    List<UUID> listOfClient(DSLContext db, OrgId org, String clientId) {
        return db.select(PAYMENT_REQUEST.REQUEST_ID)
                .from(PAYMENT_REQUEST)
                .where(PAYMENT_REQUEST.ORG_ID.eq(org.value()).and(PAYMENT_REQUEST.CLIENT_ID.eq(clientId)))
                .orderBy(PAYMENT_REQUEST.REQUEST_ID)
                .fetch(PAYMENT_REQUEST.REQUEST_ID);
    }

    private static Condition ofAny(OrgId org, List<RecordRef> records) {
        Condition any = DSL.falseCondition();
        for (RecordRef record : records) {
            any = any.or(
                    PAYMENT_REQUEST.RECORD_OBJECT.eq(record.object()).and(PAYMENT_REQUEST.RECORD_ID.eq(record.id())));
        }
        return PAYMENT_REQUEST.ORG_ID.eq(org.value()).and(any);
    }

    private static Condition of(OrgId org, RecordRef record) {
        return PAYMENT_REQUEST
                .ORG_ID
                .eq(org.value())
                .and(PAYMENT_REQUEST.RECORD_OBJECT.eq(record.object()))
                .and(PAYMENT_REQUEST.RECORD_ID.eq(record.id()));
    }

    static PaymentRequest read(PaymentRequestRecord row) {
        return new PaymentRequest(
                new OrgId(row.getOrgId()),
                row.getRequestId(),
                new RecordRef(row.getRecordObject(), row.getRecordId()),
                row.getRecordName(),
                new Recipient(
                        row.getClientId(),
                        row.getRecipientName(),
                        row.getRecipientEmail(),
                        Locale.forLanguageTag(row.getLocale())),
                RequestType.find(row.getType()).orElse(RequestType.CUSTOM),
                Optional.ofNullable(row.getPercent()).map(Share::shortest),
                Money.of(row.getAmountMinor(), row.getCurrency()),
                row.getDescription(),
                RequestState.valueOf(row.getState()),
                Lines.toMap(row.getContributed()),
                Lines.toList(row.getReceiptLines()),
                row.getRequestedBy(),
                row.getCreatedAt(),
                Optional.ofNullable(row.getViewedAt()),
                Optional.ofNullable(row.getPaidAt()),
                Optional.ofNullable(row.getProjectId()),
                Optional.ofNullable(row.getStoppedReason()).flatMap(StopReason::find),
                Optional.ofNullable(row.getNextAmountMinor()).map(minor -> Money.of(minor, row.getCurrency())),
                row.getVersion());
    }
}
