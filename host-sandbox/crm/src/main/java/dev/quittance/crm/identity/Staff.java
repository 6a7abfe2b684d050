package dev.quittance.crm.identity;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.quittance.api.identity.OrgId;
import dev.quittance.crm.storage.Database;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The users of an organisation, as an admin looks after them, and their passwords. Thread-safe. */
public final class Staff {
    /** Shorter ones are guessed. */
    public static final int MIN_PASSWORD = 10;

    private static final Table<Record> APP_USER = table(name("app_user"));
    private static final Field<String> ORG = field(name("org_id"), SQLDataType.VARCHAR);
    private static final Field<UUID> ID = field(name("user_id"), SQLDataType.UUID);
    private static final Field<String> LOGIN = field(name("login"), SQLDataType.VARCHAR);
    private static final Field<String> NAME = field(name("name"), SQLDataType.VARCHAR);
    private static final Field<String> ROLE = field(name("role"), SQLDataType.VARCHAR);
    private static final Field<String> PASSWORD_HASH = field(name("password_hash"), SQLDataType.VARCHAR);
    private static final Field<Boolean> ACTIVE = field(name("active"), SQLDataType.BOOLEAN);

    private final Database database;
    private final PeopleRepository people;
    private final Passwords passwords;
    private final Clock clock;

    /** Keeps them in this database. */
    public Staff(Database database, Passwords passwords, Clock clock) {
        this.database = database;
        this.people = new PeopleRepository(database);
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * A user as an admin sees them.
     *
     * @param id unique within the organisation
     * @param login what they type to sign in
     * @param name how colleagues call them
     * @param role what they are
     * @param active whether they may sign in
     */
    public record Colleague(UUID id, String login, String name, Role role, boolean active) {}

    /** Everybody who works or worked there, by name. */
    public List<Colleague> list(OrgId org) {
        return database.read(sql -> sql.select(List.of(ID, LOGIN, NAME, ROLE, ACTIVE))
                .from(APP_USER)
                .where(ORG.eq(org.value()))
                .orderBy(NAME, ID)
                .fetch(row -> new Colleague(
                        row.get(ID), row.get(LOGIN), row.get(NAME), Role.ofCode(row.get(ROLE)), row.get(ACTIVE))));
    }

    /** Whether the user was new: a login names one user over all organisations. */
    public boolean add(User user, String password) {
        User lower = new User(
                user.id(), user.login().strip().toLowerCase(Locale.ROOT), user.name(), user.role(), user.org());
        return people.addIfNew(lower, passwords.hash(password), clock.instant());
    }

    /** Gives somebody else another role; nobody changes their own, so that one admin stays. */
    public boolean changeRole(User by, String id, Role role) {
        return database.read(sql -> sql.update(APP_USER)
                        .set(ROLE, role.code())
                        .where(colleague(by, id))
                        .execute())
                > 0;
    }

    /** Lets somebody else in, or in no more: then their sessions and tokens end at once. */
    public boolean setActive(User by, String id, boolean active) {
        boolean[] changed = {false};
        database.transaction(tx -> {
            changed[0] = tx.update(APP_USER)
                            .set(ACTIVE, active)
                            .where(colleague(by, id))
                            .execute()
                    > 0;
            if (changed[0] && !active) {
                endAll(tx, by.org().id(), UUID.fromString(id));
            }
        });
        return changed[0];
    }

    /** Whether the password is theirs. */
    public boolean isPassword(User user, String password) {
        Optional<Credential> credential = people.findCredential(user.login());
        return credential.isPresent()
                && passwords.matches(password, credential.get().passwordHash());
    }

    /** Gives the user another password and ends all their sessions, this one included. */
    public void changePassword(User user, String password) {
        String hash = passwords.hash(password);
        database.transaction(tx -> {
            tx.update(APP_USER)
                    .set(PASSWORD_HASH, hash)
                    .where(ORG.eq(user.org().id().value()).and(ID.eq(user.id())))
                    .execute();
            tx.deleteFrom(table(name("user_session")))
                    .where(ORG.eq(user.org().id().value()).and(ID.eq(user.id())))
                    .execute();
        });
    }

    private static void endAll(DSLContext tx, OrgId org, UUID user) {
        for (String what : List.of("user_session", "api_token")) {
            tx.deleteFrom(table(name(what)))
                    .where(ORG.eq(org.value()).and(ID.eq(user)))
                    .execute();
        }
    }

    /** Another user of the same organisation. */
    private static Condition colleague(User by, String id) {
        return ORG.eq(by.org().id().value())
                .and(ID.cast(SQLDataType.VARCHAR).eq(id))
                .and(ID.ne(by.id()));
    }
}
