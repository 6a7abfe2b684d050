package dev.quittance.crm.record;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The rows of invoices' lines. Stateless and thread-safe. */
final class InvoiceLineRepository {
    private static final Table<Record> LINE = table(name("invoice_line"));
    private static final Field<String> ORG = field(name("org_id"), SQLDataType.VARCHAR);
    private static final Field<UUID> INVOICE_ID = field(name("invoice_id"), SQLDataType.UUID);
    private static final Field<Integer> POSITION = field(name("position"), SQLDataType.INTEGER);
    private static final Field<String> DESCRIPTION = field(name("description"), SQLDataType.VARCHAR);
    private static final Field<Long> QUANTITY = field(name("quantity_milli"), SQLDataType.BIGINT);
    private static final Field<Long> UNIT_PRICE = field(name("unit_price_minor"), SQLDataType.BIGINT);
    private static final Field<Integer> TAX = field(name("tax_basis_points"), SQLDataType.INTEGER);

    List<InvoiceLine> list(DSLContext sql, Invoice invoice) {
        return sql.select(List.of(DESCRIPTION, QUANTITY, UNIT_PRICE, TAX))
                .from(LINE)
                .where(ORG.eq(invoice.org().value()).and(INVOICE_ID.eq(invoice.id())))
                .orderBy(POSITION)
                .fetch(row -> new InvoiceLine(
                        row.get(DESCRIPTION),
                        BigDecimal.valueOf(row.get(QUANTITY), InvoiceLine.QUANTITY_DECIMALS)
                                .stripTrailingZeros(),
                        Money.of(row.get(UNIT_PRICE), invoice.currency()),
                        row.get(TAX)));
    }

    /** Writes these lines in place of those that are there. */
    void replace(DSLContext tx, OrgId org, UUID invoice, List<InvoiceLine> lines) {
        tx.deleteFrom(LINE)
                .where(ORG.eq(org.value()).and(INVOICE_ID.eq(invoice)))
                .execute();
        int position = 0;
        for (InvoiceLine line : lines) {
            tx.insertInto(LINE)
                    .set(ORG, org.value())
                    .set(INVOICE_ID, invoice)
                    .set(POSITION, ++position)
                    .set(DESCRIPTION, line.description())
                    .set(
                            QUANTITY,
                            line.quantity()
                                    .movePointRight(InvoiceLine.QUANTITY_DECIMALS)
                                    .longValueExact())
                    .set(UNIT_PRICE, line.unitPrice().minor())
                    .set(TAX, line.taxBasisPoints())
                    .execute();
        }
    }
}
