package dev.quittance.crm.record;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.crm.storage.Database;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The projects of an organisation. Thread-safe. */
public final class Projects {
    private static final Table<Record> PROJECT = table(name("project"));
    private static final Table<Record> CLIENT = table(name("client"));
    private static final Field<String> ORG = field(name("project", "org_id"), SQLDataType.VARCHAR);
    private static final Field<UUID> ID = field(name("project", "project_id"), SQLDataType.UUID);
    private static final Field<UUID> CLIENT_ID = field(name("project", "client_id"), SQLDataType.UUID);
    private static final Field<String> NAME = field(name("project", "name"), SQLDataType.VARCHAR);
    private static final Field<String> STAGE = field(name("project", "stage"), SQLDataType.VARCHAR);
    private static final Field<String> CURRENCY = field(name("project", "currency"), SQLDataType.VARCHAR);
    private static final Field<Long> CONTRACT_TOTAL =
            field(name("project", "contract_total_minor"), SQLDataType.BIGINT);
    private static final Field<Instant> CREATED_AT = field(name("project", "created_at"), SQLDataType.INSTANT);
    private static final Field<Instant> DELETED_AT = field(name("project", "deleted_at"), SQLDataType.INSTANT);
    private static final Field<String> OF_CLIENT_ORG = field(name("client", "org_id"), SQLDataType.VARCHAR);
    private static final Field<UUID> OF_CLIENT_ID = field(name("client", "client_id"), SQLDataType.UUID);
    private static final Field<String> OF_CLIENT_NAME = field(name("client", "name"), SQLDataType.VARCHAR);

    private final Database database;

    /** Keeps them in this database. */
    public Projects(Database database) {
        this.database = database;
    }

    /** The project, or empty if this organisation has none by that id, whatever its shape. */
    public Optional<Project> find(OrgId org, String id) {
        return RecordIds.parse(id)
                .flatMap(projectId -> database.read(sql -> select(sql)
                        .where(ORG.eq(org.value()).and(ID.eq(projectId)))
                        .fetchOptional(Projects::project)));
    }

    /**
     * Projects, newest first.
     *
     * @param after the {@link Slice#next} of the slice before; empty for the beginning
     */
    public Slice<Project> list(OrgId org, String after, int limit) {
        return slice(org, DSL.noCondition(), after, limit);
    }

    /** The newest projects of which every word of the query begins a word of the name or of the client's. */
    public List<Project> search(OrgId org, String query, int limit) {
        return slice(org, Words.begin(query, List.of(NAME, OF_CLIENT_NAME)), "", limit)
                .rows();
    }

    /** The newest projects of a client, if it is this organisation's. */
    public List<Project> listOfClient(OrgId org, UUID clientId, int limit) {
        return slice(org, CLIENT_ID.eq(clientId), "", limit).rows();
    }

    /** Those of these projects that the organisation has, in no order. */
    public List<Project> listByIds(OrgId org, Collection<UUID> ids) {
        return database.read(
                sql -> select(sql).where(ORG.eq(org.value()).and(ID.in(ids))).fetch(Projects::project));
    }

    /** Whether the project was new; one that is there is left as it is. Its client must be there. */
    public boolean addIfNew(Project project) {
        return database.read(sql -> sql.insertInto(PROJECT)
                        .set(
                                field(name("org_id"), SQLDataType.VARCHAR),
                                project.org().value())
                        .set(field(name("project_id"), SQLDataType.UUID), project.id())
                        .set(field(name("client_id"), SQLDataType.UUID), project.clientId())
                        .set(field(name("name"), SQLDataType.VARCHAR), project.name())
                        .set(
                                field(name("stage"), SQLDataType.VARCHAR),
                                project.stage().code())
                        .set(field(name("currency"), SQLDataType.VARCHAR), project.currency())
                        .set(
                                field(name("contract_total_minor"), SQLDataType.BIGINT),
                                project.contractTotal().map(Money::minor).orElse(null))
                        .set(field(name("created_at"), SQLDataType.INSTANT), project.createdAt())
                        .onConflictDoNothing()
                        .execute())
                > 0;
    }

    private Slice<Project> slice(OrgId org, Condition which, String after, int limit) {
        Condition from = Cursor.parse(after)
                .map(cursor -> CREATED_AT
                        .lt(cursor.createdAt())
                        .or(CREATED_AT.eq(cursor.createdAt()).and(ID.lt(cursor.id()))))
                .orElse(DSL.noCondition());
        List<Project> rows = database.read(sql -> select(sql)
                .where(ORG.eq(org.value()).and(which).and(from))
                .orderBy(CREATED_AT.desc(), ID.desc())
                .limit(limit + 1)
                .fetch(Projects::project));
        if (rows.size() <= limit) {
            return new Slice<>(rows, Optional.empty());
        }
        Project last = rows.get(limit - 1);
        return new Slice<>(rows.subList(0, limit), Optional.of(new Cursor(last.createdAt(), last.id()).text()));
    }

    private static SelectOnConditionStep<Record> select(DSLContext sql) {
        return sql.select(
                        List.of(ORG, ID, CLIENT_ID, OF_CLIENT_NAME, NAME, STAGE, CURRENCY, CONTRACT_TOTAL, CREATED_AT))
                .from(PROJECT)
                .join(CLIENT)
                .on(OF_CLIENT_ORG.eq(ORG).and(OF_CLIENT_ID.eq(CLIENT_ID)).and(DELETED_AT.isNull()));
    }

    private static Project project(Record row) {
        String currency = row.get(CURRENCY);
        return new Project(
                new OrgId(row.get(ORG)),
                row.get(ID),
                row.get(CLIENT_ID),
                row.get(OF_CLIENT_NAME),
                row.get(NAME),
                Stage.ofCode(row.get(STAGE)),
                currency,
                Optional.ofNullable(row.get(CONTRACT_TOTAL)).map(minor -> Money.of(minor, currency)),
                row.get(CREATED_AT));
    }
}
