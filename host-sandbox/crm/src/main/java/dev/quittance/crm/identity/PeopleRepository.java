package dev.quittance.crm.identity;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.quittance.api.identity.OrgId;
import dev.quittance.crm.storage.Database;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** Organisations and users in SQL. */
final class PeopleRepository {
    private static final Table<Record> ORGANISATION = table(name("organisation"));
    private static final Table<Record> APP_USER = table(name("app_user"));

    private static final Field<String> ORG = field(name("organisation", "org_id"), SQLDataType.VARCHAR);
    private static final Field<String> ORG_NAME = field(name("organisation", "name"), SQLDataType.VARCHAR);
    private static final Field<String> CURRENCY = field(name("currency"), SQLDataType.VARCHAR);
    private static final Field<String> LOCALE = field(name("locale"), SQLDataType.VARCHAR);
    private static final Field<String> TIME_ZONE = field(name("time_zone"), SQLDataType.VARCHAR);
    private static final Field<String> PHONE = field(name("phone"), SQLDataType.VARCHAR);
    private static final Field<String> EMAIL = field(name("email"), SQLDataType.VARCHAR);

    private static final Field<String> USER_ORG = field(name("app_user", "org_id"), SQLDataType.VARCHAR);
    private static final Field<UUID> USER_ID = field(name("user_id"), SQLDataType.UUID);
    private static final Field<String> LOGIN = field(name("login"), SQLDataType.VARCHAR);
    private static final Field<String> USER_NAME = field(name("app_user", "name"), SQLDataType.VARCHAR);
    private static final Field<String> ROLE = field(name("role"), SQLDataType.VARCHAR);
    private static final Field<String> PASSWORD_HASH = field(name("password_hash"), SQLDataType.VARCHAR);

    private static final Field<Boolean> ACTIVE = field(name("active"), SQLDataType.BOOLEAN);
    private static final Field<Instant> CREATED_AT = field(name("created_at"), SQLDataType.INSTANT);

    private final Database database;

    PeopleRepository(Database database) {
        this.database = database;
    }

    Optional<Organisation> findOrganisation(OrgId org) {
        return database.read(sql -> sql.select(ORG, ORG_NAME, CURRENCY, LOCALE, TIME_ZONE, PHONE, EMAIL)
                .from(ORGANISATION)
                .where(ORG.eq(org.value()))
                .fetchOptional(PeopleRepository::organisation));
    }

    boolean addIfNew(Organisation org, Instant now) {
        return database.read(sql -> sql.insertInto(ORGANISATION)
                        .set(
                                field(name("org_id"), SQLDataType.VARCHAR),
                                org.id().value())
                        .set(field(name("name"), SQLDataType.VARCHAR), org.name())
                        .set(CURRENCY, org.currency())
                        .set(LOCALE, org.locale().toLanguageTag())
                        .set(TIME_ZONE, org.zone().getId())
                        .set(PHONE, org.phone())
                        .set(EMAIL, org.email())
                        .set(CREATED_AT, now)
                        .onConflictDoNothing()
                        .execute())
                > 0;
    }

    boolean addIfNew(User user, String passwordHash, Instant now) {
        return database.read(sql -> sql.insertInto(APP_USER)
                        .set(
                                field(name("org_id"), SQLDataType.VARCHAR),
                                user.org().id().value())
                        .set(USER_ID, user.id())
                        .set(LOGIN, user.login())
                        .set(field(name("name"), SQLDataType.VARCHAR), user.name())
                        .set(ROLE, user.role().code())
                        .set(PASSWORD_HASH, passwordHash)
                        .set(CREATED_AT, now)
                        .onConflictDoNothing()
                        .execute())
                > 0;
    }

    Optional<Credential> findCredential(String login) {
        return database.read(sql -> users(sql)
                .where(LOGIN.eq(login))
                .fetchOptional(row -> new Credential(user(row), row.get(PASSWORD_HASH))));
    }

    Optional<User> findUser(OrgId org, UUID id) {
        return database.read(sql ->
                users(sql).where(USER_ORG.eq(org.value()).and(USER_ID.eq(id))).fetchOptional(PeopleRepository::user));
    }

    List<String> listNames(OrgId org, Role role) {
        return database.read(sql -> sql.select(USER_NAME)
                .from(APP_USER)
                .where(USER_ORG.eq(org.value()).and(ROLE.eq(role.code())).and(ACTIVE))
                .orderBy(USER_NAME)
                .fetch(USER_NAME));
    }

    private static SelectOnConditionStep<Record> users(DSLContext sql) {
        return sql.select(List.of(
                        ORG,
                        ORG_NAME,
                        CURRENCY,
                        LOCALE,
                        TIME_ZONE,
                        PHONE,
                        EMAIL,
                        USER_ID,
                        LOGIN,
                        USER_NAME,
                        ROLE,
                        PASSWORD_HASH))
                .from(APP_USER)
                .join(ORGANISATION)
                .on(ORG.eq(USER_ORG).and(ACTIVE));
    }

    private static User user(Record row) {
        return new User(
                row.get(USER_ID), row.get(LOGIN), row.get(USER_NAME), Role.ofCode(row.get(ROLE)), organisation(row));
    }

    private static Organisation organisation(Record row) {
        return new Organisation(
                new OrgId(row.get(ORG)),
                row.get(ORG_NAME),
                row.get(CURRENCY),
                Locale.forLanguageTag(row.get(LOCALE)),
                ZoneId.of(row.get(TIME_ZONE)),
                row.get(PHONE),
                row.get(EMAIL));
    }
}
