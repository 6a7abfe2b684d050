package dev.quittance.crm.record;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordRef;
import dev.quittance.crm.identity.User;
import dev.quittance.crm.record.Journal.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The people at a client's; at most one of them is the primary one. Thread-safe. */
public final class Contacts {
    private static final Table<Record> CONTACT = table(name("client_contact"));
    private static final Field<String> ORG = field(name("org_id"), SQLDataType.VARCHAR);
    private static final Field<UUID> ID = field(name("contact_id"), SQLDataType.UUID);
    private static final Field<UUID> CLIENT_ID = field(name("client_id"), SQLDataType.UUID);
    private static final Field<String> NAME = field(name("name"), SQLDataType.VARCHAR);
    private static final Field<String> JOB = field(name("job"), SQLDataType.VARCHAR);
    private static final Field<String> EMAIL = field(name("email"), SQLDataType.VARCHAR);
    private static final Field<String> PHONE = field(name("phone"), SQLDataType.VARCHAR);
    private static final Field<Boolean> PRIMARY = field(name("is_primary"), SQLDataType.BOOLEAN);
    private static final Field<Instant> CREATED_AT = field(name("created_at"), SQLDataType.INSTANT);

    private final Journal journal;

    /** Writes through this journal. */
    public Contacts(Journal journal) {
        this.journal = journal;
    }

    /** A client's contacts, the primary one first. */
    public List<Contact> listOf(OrgId org, UUID clientId) {
        return journal.database()
                .read(sql -> sql.select(List.of(ID, CLIENT_ID, NAME, JOB, EMAIL, PHONE, PRIMARY))
                        .from(CONTACT)
                        .where(ORG.eq(org.value()).and(CLIENT_ID.eq(clientId)))
                        .orderBy(PRIMARY.desc(), NAME, ID)
                        .fetch(Contacts::contact));
    }

    /** The contact, or empty if this organisation has none by that id. */
    public Optional<Contact> find(OrgId org, String id) {
        return RecordIds.parse(id).flatMap(contactId -> journal.database().read(sql -> find(sql, org, contactId)));
    }

    /** Enters somebody at a client's; safe to repeat with the same id. */
    public Change add(User by, Client client, UUID id, Contact.Entry entry) {
        return journal.write(tx -> {
            int added = tx.insertInto(CONTACT)
                    .set(ORG, client.org().value())
                    .set(ID, id)
                    .set(CLIENT_ID, client.id())
                    .set(NAME, entry.name())
                    .set(JOB, entry.job())
                    .set(EMAIL, entry.email().orElse(null))
                    .set(PHONE, entry.phone().orElse(null))
                    .set(PRIMARY, entry.primary())
                    .set(CREATED_AT, journal.now())
                    .onConflictDoNothing()
                    .execute();
            if (added > 0) {
                onlyPrimary(tx, client, id, entry);
                journal.note(tx, subject(by, client), "Added the contact " + entry.name() + ".");
            }
            return Change.DONE;
        });
    }

    /** Puts what was entered in the place of what is there. */
    public Change edit(User by, Client client, UUID id, Contact.Entry entry) {
        return journal.write(tx -> {
            int changed = tx.update(CONTACT)
                    .set(NAME, entry.name())
                    .set(JOB, entry.job())
                    .set(EMAIL, entry.email().orElse(null))
                    .set(PHONE, entry.phone().orElse(null))
                    .set(PRIMARY, entry.primary())
                    .where(which(client, id))
                    .execute();
            if (changed == 0) {
                return Change.ABSENT;
            }
            onlyPrimary(tx, client, id, entry);
            journal.note(tx, subject(by, client), "Changed the contact " + entry.name() + ".");
            return Change.DONE;
        });
    }

    /** Takes somebody off a client; what they were called stays in the activity. */
    public Change remove(User by, Client client, UUID id) {
        return journal.write(tx -> {
            Optional<Contact> contact = find(tx, client.org(), id);
            if (contact.isEmpty()
                    || tx.deleteFrom(CONTACT).where(which(client, id)).execute() == 0) {
                return Change.ABSENT;
            }
            journal.note(
                    tx,
                    subject(by, client),
                    "Removed the contact " + contact.get().entry().name() + ".");
            return Change.DONE;
        });
    }

    private static void onlyPrimary(DSLContext tx, Client client, UUID id, Contact.Entry entry) {
        if (entry.primary()) {
            tx.update(CONTACT)
                    .set(PRIMARY, false)
                    .where(ORG.eq(client.org().value())
                            .and(CLIENT_ID.eq(client.id()))
                            .and(ID.ne(id)))
                    .execute();
        }
    }

    private static Condition which(Client client, UUID id) {
        return ORG.eq(client.org().value()).and(CLIENT_ID.eq(client.id())).and(ID.eq(id));
    }

    private static Subject subject(User by, Client client) {
        return new Subject(by, RecordRef.client(client.id().toString()), client.name());
    }

    private static Optional<Contact> find(DSLContext sql, OrgId org, UUID id) {
        return sql.select(List.of(ID, CLIENT_ID, NAME, JOB, EMAIL, PHONE, PRIMARY))
                .from(CONTACT)
                .where(ORG.eq(org.value()).and(ID.eq(id)))
                .fetchOptional(Contacts::contact);
    }

    private static Contact contact(Record row) {
        return new Contact(
                row.get(ID),
                row.get(CLIENT_ID),
                new Contact.Entry(
                        row.get(NAME),
                        row.get(JOB),
                        Optional.ofNullable(row.get(EMAIL)),
                        Optional.ofNullable(row.get(PHONE)),
                        row.get(PRIMARY)));
    }
}
