package dev.quittance.crm.record;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.quittance.api.identity.OrgId;
import dev.quittance.crm.storage.Database;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The clients of an organisation. Thread-safe. */
public final class Clients {
    private static final Table<Record> CLIENT = table(name("client"));
    private static final Field<String> ORG = field(name("org_id"), SQLDataType.VARCHAR);
    private static final Field<UUID> ID = field(name("client_id"), SQLDataType.UUID);
    private static final Field<String> NAME = field(name("name"), SQLDataType.VARCHAR);
    private static final Field<String> EMAIL = field(name("email"), SQLDataType.VARCHAR);
    private static final Field<String> PHONE = field(name("phone"), SQLDataType.VARCHAR);
    private static final Field<String> LOCALE = field(name("locale"), SQLDataType.VARCHAR);
    private static final Field<Instant> CREATED_AT = field(name("created_at"), SQLDataType.INSTANT);

    private static final Field<UUID> MERGED_INTO = field(name("merged_into"), SQLDataType.UUID);

    private final Database database;

    /** Keeps them in this database. */
    public Clients(Database database) {
        this.database = database;
    }

    /** The client, or empty if this organisation has none by that id, whatever its shape. */
    public Optional<Client> find(OrgId org, String id) {
        return RecordIds.parse(id)
                .flatMap(clientId -> database.read(sql -> sql.select(columns())
                        .from(CLIENT)
                        .where(ORG.eq(org.value()).and(ID.eq(clientId)).and(MERGED_INTO.isNull()))
                        .fetchOptional(Clients::client)));
    }

    /** Who stays in the place of a client that was merged into them; empty if the client was not. */
    public Optional<UUID> findMergedInto(OrgId org, String id) {
        return RecordIds.parse(id)
                .flatMap(clientId -> database.read(sql -> sql.select(MERGED_INTO)
                        .from(CLIENT)
                        .where(ORG.eq(org.value()).and(ID.eq(clientId)).and(MERGED_INTO.isNotNull()))
                        .fetchOptional(MERGED_INTO)));
    }

    /** Other clients of the same name or address: perhaps the same person, entered twice. */
    public List<Client> listAlike(Client client, int limit) {
        Condition alike = lower(NAME).eq(lower(DSL.val(client.name(), SQLDataType.VARCHAR)));
        Condition address = client.email()
                .map(email -> lower(EMAIL).eq(lower(DSL.val(email, SQLDataType.VARCHAR))))
                .orElse(DSL.falseCondition());
        return database.read(sql -> sql.select(columns())
                .from(CLIENT)
                .where(ORG.eq(client.org().value()).and(MERGED_INTO.isNull()).and(ID.ne(client.id())))
                .and(alike.or(address))
                .orderBy(CREATED_AT, ID)
                .limit(limit)
                .fetch(Clients::client));
    }

    /**
     * Clients in alphabetical order.
     *
     * @param after the {@link Slice#next} of the slice before; empty for the beginning
     */
    public Slice<Client> list(OrgId org, String after, int limit) {
        return list(org, "", after, limit);
    }

    /**
     * Clients in alphabetical order, of whom every word of the query begins a word of the name, or the address.
     *
     * @param query as typed; empty for all
     * @param after the {@link Slice#next} of the slice before; empty for the beginning
     */
    public Slice<Client> list(OrgId org, String query, String after, int limit) {
        Condition from = find(org, after).map(Clients::comesAfter).orElse(DSL.noCondition());
        List<Client> rows = database.read(sql -> sql.select(columns())
                .from(CLIENT)
                .where(ORG.eq(org.value()).and(MERGED_INTO.isNull()).and(from))
                .and(Words.begin(query, List.of(NAME, EMAIL)))
                .orderBy(lower(NAME), ID)
                .limit(limit + 1)
                .fetch(Clients::client));
        if (rows.size() <= limit) {
            return new Slice<>(rows, Optional.empty());
        }
        List<Client> shown = rows.subList(0, limit);
        return new Slice<>(shown, Optional.of(shown.get(limit - 1).id().toString()));
    }

    /** Whether the client was new; one who is there is left as they are. */
    public boolean addIfNew(Client client) {
        return database.read(sql -> sql.insertInto(CLIENT)
                        .set(ORG, client.org().value())
                        .set(ID, client.id())
                        .set(NAME, client.name())
                        .set(EMAIL, client.email().orElse(null))
                        .set(PHONE, client.phone().orElse(null))
                        .set(LOCALE, client.locale().map(Locale::toLanguageTag).orElse(null))
                        .set(CREATED_AT, client.createdAt())
                        .onConflictDoNothing()
                        .execute())
                > 0;
    }

    private static Condition comesAfter(Client last) {
        // Lowered by the database on both sides: it and Java do not agree on every letter.
        Field<String> lastName = lower(DSL.val(last.name(), SQLDataType.VARCHAR));
        return lower(NAME).gt(lastName).or(lower(NAME).eq(lastName).and(ID.gt(last.id())));
    }

    private static List<Field<?>> columns() {
        return List.of(ORG, ID, NAME, EMAIL, PHONE, LOCALE, CREATED_AT);
    }

    static Client client(Record row) {
        return new Client(
                new OrgId(row.get(ORG)),
                row.get(ID),
                row.get(NAME),
                Optional.ofNullable(row.get(EMAIL)),
                Optional.ofNullable(row.get(PHONE)),
                Optional.ofNullable(row.get(LOCALE)).map(Locale::forLanguageTag),
                row.get(CREATED_AT));
    }
}
