package dev.quittance.crm.books;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.Outstanding;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.record.Reversal;
import dev.quittance.api.record.Settlement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record8;
import org.jooq.Row2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The rows of the books. Stateless and thread-safe. */
final class BookRepository {
    private static final Table<Record> SETTLEMENT = table(name("settlement"));
    private static final Table<Record> REVERSAL = table(name("reversal"));
    private static final Table<Record> OUTSTANDING = table(name("outstanding"));
    private static final Field<String> ORG = field(name("org_id"), SQLDataType.VARCHAR);
    private static final Field<String> PAYMENT = field(name("payment_id"), SQLDataType.VARCHAR);
    private static final Field<String> OBJECT = field(name("object"), SQLDataType.VARCHAR);
    private static final Field<String> RECORD_ID = field(name("record_id"), SQLDataType.VARCHAR);
    private static final Field<String> CURRENCY = field(name("currency"), SQLDataType.VARCHAR);
    private static final Field<Long> AMOUNT = field(name("amount_minor"), SQLDataType.BIGINT);
    private static final Field<String> TELLER = field(name("told_by"), SQLDataType.VARCHAR);
    private static final Field<Instant> BOOKED_AT = field(name("booked_at"), SQLDataType.INSTANT);
    private static final Field<Instant> PAID_AT = field(name("paid_at"), SQLDataType.INSTANT);
    private static final Field<String> METHOD = field(name("method"), SQLDataType.VARCHAR);
    private static final Field<Long> REQUESTED = field(name("requested_minor"), SQLDataType.BIGINT);
    private static final Field<Long> PROCESSING = field(name("processing_minor"), SQLDataType.BIGINT);
    private static final Field<Long> VERSION = field(name("version"), SQLDataType.BIGINT);
    private static final int METHOD_LENGTH = 200;
    private static final List<String> KINDS = List.of(RecordRef.PROJECT, RecordRef.INVOICE);

    boolean insert(DSLContext tx, Settlement settlement, String teller, Instant now) {
        String method = settlement.method();
        return tx.insertInto(SETTLEMENT)
                        .set(ORG, settlement.org().value())
                        .set(PAYMENT, settlement.paymentId())
                        .set(OBJECT, settlement.record().object())
                        .set(RECORD_ID, settlement.record().id())
                        .set(CURRENCY, settlement.amount().currency())
                        .set(AMOUNT, settlement.amount().minor())
                        .set(PAID_AT, settlement.paidAt())
                        .set(METHOD, method.length() > METHOD_LENGTH ? method.substring(0, METHOD_LENGTH) : method)
                        .set(TELLER, teller)
                        .set(BOOKED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    boolean insert(DSLContext tx, Reversal reversal, String teller, Instant now) {
        return tx.insertInto(REVERSAL)
                        .set(ORG, reversal.org().value())
                        .set(field(name("reversal_id"), SQLDataType.VARCHAR), reversal.reversalId())
                        .set(PAYMENT, reversal.paymentId())
                        .set(OBJECT, reversal.record().object())
                        .set(RECORD_ID, reversal.record().id())
                        .set(CURRENCY, reversal.amount().currency())
                        .set(AMOUNT, reversal.amount().minor())
                        .set(field(name("owed_again"), SQLDataType.BOOLEAN), reversal.owedAgain())
                        .set(field(name("reversed_at"), SQLDataType.INSTANT), reversal.reversedAt())
                        .set(TELLER, teller)
                        .set(BOOKED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    /** Writes it unless something as new is there. */
    void write(DSLContext tx, Outstanding news) {
        String currency = news.requested().currency();
        tx.insertInto(OUTSTANDING)
                .set(ORG, news.org().value())
                .set(OBJECT, news.record().object())
                .set(RECORD_ID, news.record().id())
                .set(CURRENCY, currency)
                .set(REQUESTED, news.requested().minor())
                .set(PROCESSING, news.processing().minor())
                .set(VERSION, news.version())
                .onConflictDoNothing()
                .execute();
        tx.update(OUTSTANDING)
                .set(REQUESTED, news.requested().minor())
                .set(PROCESSING, news.processing().minor())
                .set(VERSION, news.version())
                .where(ORG.eq(news.org().value())
                        .and(OBJECT.eq(news.record().object()))
                        .and(RECORD_ID.eq(news.record().id()))
                        .and(CURRENCY.eq(currency))
                        .and(VERSION.lt(news.version())))
                .execute();
    }

    /** The sums of these records by currency, in one query; a record of which the books know nothing is not in the map. */
    Map<RecordRef, Map<String, Sums>> sums(DSLContext sql, OrgId org, Collection<RecordRef> records) {
        if (records.isEmpty()) {
            return Map.of();
        }
        Field<BigDecimal> settled = sum(of("settled"));
        Field<BigDecimal> reversed = sum(of("reversed"));
        Field<BigDecimal> owedAgain = sum(of("owed_again"));
        Field<BigDecimal> requested = sum(of("requested"));
        Field<BigDecimal> processing = sum(of("processing"));
        Map<RecordRef, Map<String, Sums>> sums = new HashMap<>();
        sql.select(OBJECT, RECORD_ID, CURRENCY, settled, reversed, owedAgain, requested, processing)
                .from(entries(org, records).asTable("entry"))
                .groupBy(OBJECT, RECORD_ID, CURRENCY)
                .forEach(found -> sums.computeIfAbsent(
                                new RecordRef(found.get(OBJECT), found.get(RECORD_ID)), key -> new HashMap<>())
                        .put(
                                found.get(CURRENCY),
                                new Sums(
                                        found.get(settled).longValueExact(),
                                        found.get(reversed).longValueExact(),
                                        found.get(owedAgain).longValueExact(),
                                        found.get(requested).longValueExact(),
                                        found.get(processing).longValueExact())));
        return sums;
    }

    /** The invoices of these projects: each with its project. */
    Map<UUID, UUID> projectsOfInvoices(DSLContext sql, OrgId org, Collection<UUID> projects) {
        Field<UUID> invoice = field(name("invoice_id"), SQLDataType.UUID);
        Field<UUID> project = field(name("project_id"), SQLDataType.UUID);
        return sql.select(invoice, project)
                .from(table(name("invoice")))
                .where(ORG.eq(org.value()).and(project.in(projects)))
                .fetchMap(invoice, project);
    }

    /** The newest money for records that are gone. */
    List<StrayMoney> listStray(DSLContext sql, OrgId org, int limit) {
        Field<String> id = field(name("settlement", "record_id"), SQLDataType.VARCHAR);
        Condition project = isGone("project", "project_id", id);
        Condition invoice = isGone("invoice", "invoice_id", id);
        Field<Long> back = field(name("r", "amount_minor"), SQLDataType.BIGINT);
        Field<BigDecimal> takenBack = coalesce(
                        field(select(sum(back))
                                .from(REVERSAL.as("r"))
                                .where(field(name("r", "org_id"))
                                        .eq(field(name("settlement", "org_id")))
                                        .and(field(name("r", "payment_id")).eq(field(name("settlement", "payment_id"))))
                                        .and(field(name("r", "currency")).eq(field(name("settlement", "currency")))))),
                        BigDecimal.ZERO)
                .as("taken_back");
        return sql.select(OBJECT, RECORD_ID, PAYMENT, CURRENCY, AMOUNT, PAID_AT, METHOD, takenBack)
                .from(SETTLEMENT)
                .where(ORG.eq(org.value())
                        .and(OBJECT.notIn(KINDS)
                                .or(OBJECT.eq(RecordRef.PROJECT).and(project))
                                .or(OBJECT.eq(RecordRef.INVOICE).and(invoice))))
                .orderBy(PAID_AT.desc(), PAYMENT)
                .limit(limit)
                .fetch(found -> new StrayMoney(
                        new RecordRef(found.get(OBJECT), found.get(RECORD_ID)),
                        found.get(PAYMENT),
                        Money.of(found.get(AMOUNT), found.get(CURRENCY)),
                        Money.of(found.get(takenBack).longValueExact(), found.get(CURRENCY)),
                        found.get(PAID_AT),
                        found.get(METHOD)));
    }

    private static Condition isGone(String record, String key, Field<String> id) {
        return notExists(selectOne()
                .from(table(name(record)))
                .where(field(name(record, "org_id"), SQLDataType.VARCHAR)
                        .eq(field(name("settlement", "org_id"), SQLDataType.VARCHAR))
                        .and(cast(field(name(record, key), SQLDataType.UUID), SQLDataType.VARCHAR(64))
                                .eq(id))));
    }

    private static Field<Long> of(String column) {
        return field(name("entry", column), SQLDataType.BIGINT);
    }

    /** Every entry with the record that it counts for: a reversal for that of its settlement, and only once that is known. */
    private static Select<Record8<String, String, String, Long, Long, Long, Long, Long>> entries(
            OrgId org, Collection<RecordRef> records) {
        List<Row2<String, String>> keys = records.stream()
                .distinct()
                .map(record -> row(record.object(), record.id()))
                .toList();
        Field<Long> none = inline(0L);
        Field<Long> back = field(name("r", "amount_minor"), SQLDataType.BIGINT);
        Field<Boolean> again = field(name("r", "owed_again"), SQLDataType.BOOLEAN);
        Field<String> object = field(name("s", "object"), SQLDataType.VARCHAR);
        Field<String> id = field(name("s", "record_id"), SQLDataType.VARCHAR);
        Field<String> currency = field(name("s", "currency"), SQLDataType.VARCHAR);
        Field<Long> backAgain = when(again.eq(true), back).otherwise(none);
        Condition here = ORG.eq(org.value()).and(row(OBJECT, RECORD_ID).in(keys));
        return select(
                        OBJECT,
                        RECORD_ID,
                        CURRENCY,
                        AMOUNT.as("settled"),
                        none.as("reversed"),
                        none.as("owed_again"),
                        none.as("requested"),
                        none.as("processing"))
                .from(SETTLEMENT)
                .where(here)
                .unionAll(select(object, id, currency, none, back, backAgain, none, none)
                        .from(REVERSAL.as("r"))
                        .join(SETTLEMENT.as("s"))
                        .on(field(name("s", "org_id"))
                                .eq(field(name("r", "org_id")))
                                .and(field(name("s", "payment_id")).eq(field(name("r", "payment_id"))))
                                .and(currency.eq(field(name("r", "currency"), SQLDataType.VARCHAR))))
                        .where(field(name("s", "org_id"), SQLDataType.VARCHAR)
                                .eq(org.value())
                                .and(row(object, id).in(keys))))
                .unionAll(select(OBJECT, RECORD_ID, CURRENCY, none, none, none, REQUESTED, PROCESSING)
                        .from(OUTSTANDING)
                        .where(here));
    }
}
