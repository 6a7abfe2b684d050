package dev.quittance.crm.storage;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import org.jooq.impl.SQLDataType;

/** A process that commits rows and says so, one after the other, until it is killed. */
final class Writer {
    private Writer() {}

    public static void main(String[] arguments) {
        Database database = Database.open(arguments[0], "");
        for (int i = 0; ; i++) {
            String id = "org-" + i;
            database.transaction(sql -> sql.insertInto(table(name("organisation")))
                    .set(field(name("org_id"), SQLDataType.VARCHAR), id)
                    .set(field(name("name"), SQLDataType.VARCHAR), id)
                    .set(field(name("currency"), SQLDataType.VARCHAR), "USD")
                    .set(field(name("locale"), SQLDataType.VARCHAR), "en-US")
                    .set(field(name("time_zone"), SQLDataType.VARCHAR), "UTC")
                    .set(field(name("phone"), SQLDataType.VARCHAR), "")
                    .set(field(name("email"), SQLDataType.VARCHAR), "")
                    .set(field(name("created_at"), SQLDataType.INSTANT), Instant.EPOCH)
                    .execute());
            System.out.println(i);
        }
    }
}
