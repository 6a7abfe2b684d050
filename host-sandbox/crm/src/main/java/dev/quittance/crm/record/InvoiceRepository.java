package dev.quittance.crm.record;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.RecordRef;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The rows of invoices. What is paid is read from the tables of the books. Stateless and thread-safe. */
final class InvoiceRepository {
    static final Field<UUID> CLIENT_ID = field(name("invoice", "client_id"), SQLDataType.UUID);
    static final Field<UUID> PROJECT_ID = field(name("invoice", "project_id"), SQLDataType.UUID);
    static final Field<UUID> ID = field(name("invoice", "invoice_id"), SQLDataType.UUID);
    static final Field<Instant> CREATED_AT = field(name("invoice", "created_at"), SQLDataType.INSTANT);

    private static final Table<Record> INVOICE = table(name("invoice"));
    private static final Table<Record> CLIENT = table(name("client"));
    private static final Field<String> ORG = field(name("invoice", "org_id"), SQLDataType.VARCHAR);
    private static final Field<Long> NUMBER = field(name("invoice", "invoice_number"), SQLDataType.BIGINT);
    private static final Field<String> STATE = field(name("invoice", "state"), SQLDataType.VARCHAR);
    private static final Field<String> CURRENCY = field(name("invoice", "currency"), SQLDataType.VARCHAR);
    private static final Field<Long> TOTAL = field(name("invoice", "total_minor"), SQLDataType.BIGINT);
    private static final Field<Integer> TERMS = field(name("invoice", "terms_days"), SQLDataType.INTEGER);
    private static final Field<LocalDate> ISSUED_ON = field(name("invoice", "issued_on"), SQLDataType.LOCALDATE);
    private static final Field<LocalDate> DUE_ON = field(name("invoice", "due_on"), SQLDataType.LOCALDATE);
    private static final Field<Long> VERSION = field(name("invoice", "version"), SQLDataType.BIGINT);
    private static final Field<String> CLIENT_ORG = field(name("client", "org_id"), SQLDataType.VARCHAR);
    private static final Field<UUID> CLIENT_KEY = field(name("client", "client_id"), SQLDataType.UUID);
    private static final Field<String> CLIENT_NAME = field(name("client", "name"), SQLDataType.VARCHAR);

    private static final Table<Record> COUNTER = table(name("invoice_counter"));
    private static final Field<Long> LAST_NUMBER = field(name("last_number"), SQLDataType.BIGINT);
    private static final Field<String> PLAIN_ORG = field(name("org_id"), SQLDataType.VARCHAR);
    /** Four digits from the start. */
    private static final long BEFORE_FIRST = 1000;

    Optional<Invoice> find(DSLContext sql, OrgId org, UUID id) {
        return invoices(sql, org).and(ID.eq(id)).fetchOptional(InvoiceRepository::invoice);
    }

    /** The invoice, which nobody else changes until the transaction ends. */
    Optional<Invoice> lock(DSLContext tx, OrgId org, UUID id) {
        tx.select(ID)
                .from(INVOICE)
                .where(ORG.eq(org.value()).and(ID.eq(id)))
                .forUpdate()
                .fetch();
        return find(tx, org, id);
    }

    List<Invoice> list(DSLContext sql, OrgId org, Condition which, int limit) {
        return invoices(sql, org)
                .and(which)
                .orderBy(CREATED_AT.desc(), ID.desc())
                .limit(limit)
                .fetch(InvoiceRepository::invoice);
    }

    /** The next number of the organisation. Whoever else wants one waits until the transaction ends, so none is left out. */
    long takeNumber(DSLContext tx, OrgId org) {
        if (countOn(tx, org) == 0) {
            tx.insertInto(COUNTER)
                    .set(PLAIN_ORG, org.value())
                    .set(LAST_NUMBER, BEFORE_FIRST)
                    .onConflictDoNothing()
                    .execute();
            countOn(tx, org);
        }
        return tx.select(LAST_NUMBER)
                .from(COUNTER)
                .where(PLAIN_ORG.eq(org.value()))
                .fetchSingle(LAST_NUMBER);
    }

    private static int countOn(DSLContext tx, OrgId org) {
        return tx.update(COUNTER)
                .set(LAST_NUMBER, LAST_NUMBER.plus(1L))
                .where(PLAIN_ORG.eq(org.value()))
                .execute();
    }

    void insert(DSLContext tx, Invoice invoice) {
        tx.insertInto(INVOICE)
                .set(PLAIN_ORG, invoice.org().value())
                .set(plain(ID), invoice.id())
                .set(plain(NUMBER), invoice.number())
                .set(plain(CLIENT_ID), invoice.clientId())
                .set(plain(PROJECT_ID), invoice.projectId().orElse(null))
                .set(plain(STATE), invoice.state().code())
                .set(plain(CURRENCY), invoice.currency())
                .set(plain(TOTAL), invoice.total().minor())
                .set(plain(TERMS), invoice.termsDays())
                .set(plain(ISSUED_ON), invoice.issuedOn().orElse(null))
                .set(plain(DUE_ON), invoice.dueOn().orElse(null))
                .set(plain(CREATED_AT), invoice.createdAt())
                .set(plain(VERSION), invoice.version())
                .execute();
    }

    /** Writes everything but the id and the number. */
    void update(DSLContext tx, Invoice invoice) {
        tx.update(INVOICE)
                .set(plain(CLIENT_ID), invoice.clientId())
                .set(plain(PROJECT_ID), invoice.projectId().orElse(null))
                .set(plain(STATE), invoice.state().code())
                .set(plain(CURRENCY), invoice.currency())
                .set(plain(TOTAL), invoice.total().minor())
                .set(plain(TERMS), invoice.termsDays())
                .set(plain(ISSUED_ON), invoice.issuedOn().orElse(null))
                .set(plain(DUE_ON), invoice.dueOn().orElse(null))
                .set(plain(VERSION), invoice.version())
                .where(ORG.eq(invoice.org().value()).and(ID.eq(invoice.id())))
                .execute();
    }

    void moveClient(DSLContext tx, OrgId org, UUID from, UUID into) {
        tx.update(INVOICE)
                .set(plain(CLIENT_ID), into)
                .set(plain(VERSION), VERSION.plus(1L))
                .where(ORG.eq(org.value()).and(CLIENT_ID.eq(from)))
                .execute();
    }

    static Condition isFoundBy(String query) {
        String digits = query.strip().replaceFirst("(?i)^INV-?", "");
        if (digits.matches("\\d{1,18}")) {
            return cast(NUMBER, SQLDataType.VARCHAR).like(digits + "%");
        }
        return Words.begin(query, List.of(CLIENT_NAME));
    }

    static Condition matches(InvoiceFilter filter, LocalDate today) {
        Condition issued = STATE.eq(InvoiceState.ISSUED.code());
        return switch (filter) {
            case ALL -> DSL.noCondition();
            case DRAFT -> STATE.eq(InvoiceState.DRAFT.code());
            case VOID -> STATE.eq(InvoiceState.VOID.code());
            case PAID -> issued.and(owed().le(BigDecimal.ZERO));
            case OPEN -> issued.and(owed().gt(BigDecimal.ZERO));
            case OVERDUE -> issued.and(owed().gt(BigDecimal.ZERO)).and(DUE_ON.lt(today));
        };
    }

    /** What is still owed, in minor units: the total, less what came, and again what came back and is owed again. */
    private static Field<BigDecimal> owed() {
        Field<String> id = cast(ID, SQLDataType.VARCHAR(64));
        Field<Long> came = field(name("s", "amount_minor"), SQLDataType.BIGINT);
        Field<Long> back = field(name("r", "amount_minor"), SQLDataType.BIGINT);
        Condition ofInvoice = field(name("s", "org_id"), SQLDataType.VARCHAR)
                .eq(ORG)
                .and(field(name("s", "object"), SQLDataType.VARCHAR).eq(RecordRef.INVOICE))
                .and(field(name("s", "record_id"), SQLDataType.VARCHAR).eq(id))
                .and(field(name("s", "currency"), SQLDataType.VARCHAR).eq(CURRENCY));
        Field<BigDecimal> settled =
                field(select(sum(came)).from(table(name("settlement")).as("s")).where(ofInvoice));
        Field<BigDecimal> owedAgain = field(select(sum(back))
                .from(table(name("reversal")).as("r"))
                .join(table(name("settlement")).as("s"))
                .on(field(name("s", "org_id"))
                        .eq(field(name("r", "org_id")))
                        .and(field(name("s", "payment_id")).eq(field(name("r", "payment_id"))))
                        .and(field(name("s", "currency")).eq(field(name("r", "currency")))))
                .where(ofInvoice.and(
                        field(name("r", "owed_again"), SQLDataType.BOOLEAN).eq(true))));
        return cast(TOTAL, SQLDataType.NUMERIC)
                .minus(coalesce(settled, BigDecimal.ZERO))
                .plus(coalesce(owedAgain, BigDecimal.ZERO));
    }

    private static <T> Field<T> plain(Field<T> qualified) {
        return field(name(qualified.getName()), qualified.getDataType());
    }

    private static SelectConditionStep<Record> invoices(DSLContext sql, OrgId org) {
        return sql.select(List.of(
                        ORG,
                        ID,
                        NUMBER,
                        CLIENT_ID,
                        CLIENT_NAME,
                        PROJECT_ID,
                        STATE,
                        CURRENCY,
                        TOTAL,
                        TERMS,
                        ISSUED_ON,
                        DUE_ON,
                        CREATED_AT,
                        VERSION))
                .from(INVOICE)
                .join(CLIENT)
                .on(CLIENT_ORG.eq(ORG).and(CLIENT_KEY.eq(CLIENT_ID)))
                .where(ORG.eq(org.value()));
    }

    private static Invoice invoice(Record row) {
        return new Invoice(
                new OrgId(row.get(ORG)),
                row.get(ID),
                row.get(NUMBER),
                row.get(CLIENT_ID),
                row.get(CLIENT_NAME),
                Optional.ofNullable(row.get(PROJECT_ID)),
                InvoiceState.ofCode(row.get(STATE)),
                Money.of(row.get(TOTAL), row.get(CURRENCY)),
                row.get(TERMS),
                Optional.ofNullable(row.get(ISSUED_ON)),
                Optional.ofNullable(row.get(DUE_ON)),
                row.get(CREATED_AT),
                row.get(VERSION));
    }
}
