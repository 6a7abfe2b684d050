package dev.quittance.crm.books;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordRef;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Row2;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Money of which somebody else told.
 *
 * @param org whose
 * @param teller whose own words do not count
 * @param currency ISO 4217 code, upper case
 */
record OtherMoney(OrgId org, String teller, String currency) {
    /** What came for these records, less what was taken back and is owed again. In minor units. */
    long sumMinor(DSLContext sql, Collection<RecordRef> records) {
        List<Row2<String, String>> keys = records.stream()
                .distinct()
                .map(record -> row(record.object(), record.id()))
                .toList();
        Condition came =
                of("s").and(row(text("s", "object"), text("s", "record_id")).in(keys));
        BigDecimal settled = sql.select(sum(minor("s")))
                .from(table(name("settlement")).as("s"))
                .where(came)
                .fetchOne(0, BigDecimal.class);
        BigDecimal owedAgain = sql.select(sum(minor("r")))
                .from(table(name("reversal")).as("r"))
                .join(table(name("settlement")).as("s"))
                .on(text("s", "org_id")
                        .eq(text("r", "org_id"))
                        .and(text("s", "payment_id").eq(text("r", "payment_id"))))
                .where(came.and(of("r")).and(field(name("r", "owed_again"), SQLDataType.BOOLEAN)))
                .fetchOne(0, BigDecimal.class);
        return Math.subtractExact(exact(settled), exact(owedAgain));
    }

    private Condition of(String alias) {
        return text(alias, "org_id")
                .eq(org.value())
                .and(text(alias, "currency").eq(currency))
                .and(text(alias, "told_by").ne(teller));
    }

    private static long exact(@Nullable BigDecimal sum) {
        return sum == null ? 0 : sum.longValueExact();
    }

    private static Field<Long> minor(String alias) {
        return field(name(alias, "amount_minor"), SQLDataType.BIGINT);
    }

    private static Field<String> text(String alias, String column) {
        return field(name(alias, column), SQLDataType.VARCHAR);
    }
}
