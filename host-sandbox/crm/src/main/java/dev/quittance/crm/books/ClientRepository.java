package dev.quittance.crm.books;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordRef;
import dev.quittance.crm.record.InvoiceState;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** Which records are whose. Stateless and thread-safe. */
final class ClientRepository {
    private static final Field<String> ORG = field(name("org_id"), SQLDataType.VARCHAR);
    private static final Field<UUID> CLIENT = field(name("client_id"), SQLDataType.UUID);
    private static final Field<UUID> PROJECT = field(name("project_id"), SQLDataType.UUID);
    private static final Field<UUID> INVOICE = field(name("invoice_id"), SQLDataType.UUID);
    private static final Field<String> CURRENCY = field(name("currency"), SQLDataType.VARCHAR);
    private static final Field<Long> CONTRACT = field(name("contract_total_minor"), SQLDataType.BIGINT);
    private static final Field<Long> TOTAL = field(name("total_minor"), SQLDataType.BIGINT);
    private static final Field<String> STATE = field(name("state"), SQLDataType.VARCHAR);
    private static final Field<LocalDate> DUE_ON = field(name("due_on"), SQLDataType.LOCALDATE);

    /** The projects of these clients, also deleted ones: their money came all the same. */
    List<ClientRecord> projects(DSLContext sql, OrgId org, Collection<UUID> clients) {
        return sql.select(CLIENT, PROJECT, CURRENCY, CONTRACT)
                .from(table(name("project")))
                .where(ORG.eq(org.value()).and(CLIENT.in(clients)))
                .fetch(found -> new ClientRecord(
                        found.get(CLIENT),
                        RecordRef.project(found.get(PROJECT).toString()),
                        Optional.of(found.get(PROJECT)),
                        found.get(CURRENCY),
                        Optional.ofNullable(found.get(CONTRACT)),
                        Optional.empty()));
    }

    /** The invoices of these clients, whatever their state: money may have come before one was made void. */
    List<ClientRecord> invoices(DSLContext sql, OrgId org, Collection<UUID> clients) {
        return sql.select(CLIENT, INVOICE, PROJECT, CURRENCY, STATE, TOTAL, DUE_ON)
                .from(table(name("invoice")))
                .where(ORG.eq(org.value()).and(CLIENT.in(clients)))
                .fetch(found -> new ClientRecord(
                        found.get(CLIENT),
                        RecordRef.invoice(found.get(INVOICE).toString()),
                        Optional.ofNullable(found.get(PROJECT)),
                        found.get(CURRENCY),
                        Optional.of(found.get(TOTAL))
                                .filter(total -> found.get(STATE).equals(InvoiceState.ISSUED.code())),
                        Optional.ofNullable(found.get(DUE_ON))));
    }
}
