package dev.quittance.crm.record;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordEvent;
import dev.quittance.api.record.RecordRef;
import dev.quittance.crm.identity.User;
import dev.quittance.crm.record.Journal.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * Enters, corrects and merges clients. Each change is one transaction with its activity and its {@link RecordEvent}s, and is
 * refused if somebody else changed the client since it was read. Thread-safe.
 */
public final class ClientChanges {
    private static final Table<Record> CLIENT = table(name("client"));
    private static final Field<String> ORG = field(name("org_id"), SQLDataType.VARCHAR);
    private static final Field<UUID> ID = field(name("client_id"), SQLDataType.UUID);
    private static final Field<String> NAME = field(name("name"), SQLDataType.VARCHAR);
    private static final Field<String> EMAIL = field(name("email"), SQLDataType.VARCHAR);
    private static final Field<String> PHONE = field(name("phone"), SQLDataType.VARCHAR);
    private static final Field<String> LOCALE = field(name("locale"), SQLDataType.VARCHAR);
    private static final Field<Instant> CREATED_AT = field(name("created_at"), SQLDataType.INSTANT);
    private static final Field<Long> VERSION = field(name("version"), SQLDataType.BIGINT);
    private static final Field<UUID> MERGED_INTO = field(name("merged_into"), SQLDataType.UUID);
    private static final Field<Boolean> PRIMARY = field(name("is_primary"), SQLDataType.BOOLEAN);
    /** What belongs to a client and moves with them. */
    private static final List<String> THEIRS = List.of("project", "client_contact");

    private final Journal journal;
    private final InvoiceRepository invoices = new InvoiceRepository();

    /** Writes through this journal. */
    public ClientChanges(Journal journal) {
        this.journal = journal;
    }

    /** The client with the count of their changes, or empty if this organisation has none by that id. */
    public Optional<Versioned<Client>> find(OrgId org, String id) {
        return RecordIds.parse(id).flatMap(clientId -> journal.database().read(sql -> find(sql, org, clientId)));
    }

    /** Whether the client was new; safe to repeat with the same id. */
    public boolean add(User by, UUID id, ClientEntry entry) {
        Subject subject = subject(by, id, entry.name());
        Change change = journal.write(tx -> {
            int added = tx.insertInto(CLIENT)
                    .set(ORG, subject.org().value())
                    .set(ID, id)
                    .set(NAME, entry.name())
                    .set(EMAIL, entry.email().orElse(null))
                    .set(PHONE, entry.phone().orElse(null))
                    .set(LOCALE, entry.locale().map(Locale::toLanguageTag).orElse(null))
                    .set(CREATED_AT, journal.now())
                    .onConflictDoNothing()
                    .execute();
            if (added == 0) {
                return Change.REFUSED;
            }
            journal.note(tx, subject, "Entered the client.");
            return Change.DONE;
        });
        return change == Change.DONE;
    }

    /** Puts what was entered in the place of what is there, if it is still as it was read. */
    public Change edit(User by, UUID id, long version, ClientEntry entry) {
        Subject subject = subject(by, id, entry.name());
        return journal.write(tx -> {
            Optional<Versioned<Client>> before = find(tx, subject.org(), id);
            if (before.isEmpty()) {
                return Change.ABSENT;
            }
            if (!replace(tx, subject.org(), new Versioned<>(id, version), entry)) {
                return Change.MEANWHILE;
            }
            Client old = before.get().record();
            journal.note(tx, subject, difference(old, entry));
            if (!old.email().equals(entry.email())) {
                tellEmail(tx, subject, old.email(), entry.email());
            }
            return Change.DONE;
        });
    }

    /**
     * Makes one client of two: everything of the other's moves to the one who stays, and what the one who stays lacks is taken
     * from the other, who is shown no more.
     *
     * @param stays as it was read
     * @param goes as it was read
     */
    public Change merge(User by, Versioned<UUID> stays, Versioned<UUID> goes) {
        if (stays.record().equals(goes.record())) {
            return Change.REFUSED;
        }
        return journal.write(tx -> merged(tx, by, stays, goes));
    }

    private Change merged(DSLContext tx, User by, Versioned<UUID> stays, Versioned<UUID> goes) {
        OrgId org = by.org().id();
        Optional<Client> one = find(tx, org, stays.record()).map(Versioned::record);
        Optional<Client> other = find(tx, org, goes.record()).map(Versioned::record);
        if (one.isEmpty() || other.isEmpty()) {
            return Change.ABSENT;
        }
        Client kept = one.get();
        Client gone = other.get();
        ClientEntry entry = new ClientEntry(
                kept.name(),
                kept.email().or(gone::email),
                kept.phone().or(gone::phone),
                kept.locale().or(gone::locale));
        if (!replace(tx, org, stays, entry) || !retire(tx, org, goes, stays.record())) {
            throw new MeanwhileException();
        }
        move(tx, org, goes.record(), stays.record());
        invoices.moveClient(tx, org, goes.record(), stays.record());
        Subject stayer = subject(by, kept.id(), kept.name());
        Subject goer = subject(by, gone.id(), gone.name());
        journal.note(tx, stayer, "Merged " + gone.name() + " into this client.");
        journal.note(tx, goer, "Merged into " + kept.name() + ".");
        journal.tell(
                tx, RecordEvent.MERGED, goer, Map.of(RecordEvent.INTO, kept.id().toString()));
        if (!kept.email().equals(entry.email())) {
            tellEmail(tx, stayer, kept.email(), entry.email());
        }
        return Change.DONE;
    }

    private static boolean replace(DSLContext tx, OrgId org, Versioned<UUID> client, ClientEntry entry) {
        return tx.update(CLIENT)
                        .set(NAME, entry.name())
                        .set(EMAIL, entry.email().orElse(null))
                        .set(PHONE, entry.phone().orElse(null))
                        .set(LOCALE, entry.locale().map(Locale::toLanguageTag).orElse(null))
                        .set(VERSION, VERSION.plus(1L))
                        .where(unchanged(org, client))
                        .execute()
                == 1;
    }

    private static boolean retire(DSLContext tx, OrgId org, Versioned<UUID> client, UUID into) {
        boolean retired = tx.update(CLIENT)
                        .set(MERGED_INTO, into)
                        .set(VERSION, VERSION.plus(1L))
                        .where(unchanged(org, client))
                        .execute()
                == 1;
        // Whoever was merged into this one before is found at the one who stays, too.
        tx.update(CLIENT)
                .set(MERGED_INTO, into)
                .where(ORG.eq(org.value()).and(MERGED_INTO.eq(client.record())))
                .execute();
        return retired;
    }

    private static void move(DSLContext tx, OrgId org, UUID from, UUID to) {
        boolean hasPrimary = tx.fetchExists(tx.selectOne()
                .from(table(name("client_contact")))
                .where(ORG.eq(org.value()).and(ID.eq(to)).and(PRIMARY)));
        if (hasPrimary) {
            tx.update(table(name("client_contact")))
                    .set(PRIMARY, false)
                    .where(ORG.eq(org.value()).and(ID.eq(from)))
                    .execute();
        }
        for (String what : THEIRS) {
            tx.update(table(name(what)))
                    .set(ID, to)
                    .where(ORG.eq(org.value()).and(ID.eq(from)))
                    .execute();
        }
    }

    private void tellEmail(DSLContext tx, Subject subject, Optional<String> from, Optional<String> to) {
        journal.tell(tx, RecordEvent.EMAIL_CORRECTED, subject, Map.of("from", from.orElse(""), "to", to.orElse("")));
    }

    private static String difference(Client old, ClientEntry entry) {
        StringBuilder words = new StringBuilder();
        if (!old.name().equals(entry.name())) {
            words.append("Renamed from ").append(old.name()).append(". ");
        }
        if (!old.email().equals(entry.email())) {
            words.append("Corrected the e-mail from ")
                    .append(old.email().orElse("none"))
                    .append(" to ")
                    .append(entry.email().orElse("none"))
                    .append(". ");
        }
        if (!old.phone().equals(entry.phone())) {
            words.append("Changed the phone number. ");
        }
        if (!old.locale().equals(entry.locale())) {
            words.append("Changed the language. ");
        }
        return words.isEmpty() ? "Saved without a change." : words.toString().strip();
    }

    private static Optional<Versioned<Client>> find(DSLContext sql, OrgId org, UUID id) {
        return sql.select(List.of(ORG, ID, NAME, EMAIL, PHONE, LOCALE, CREATED_AT, VERSION))
                .from(CLIENT)
                .where(ORG.eq(org.value()).and(ID.eq(id)).and(MERGED_INTO.isNull()))
                .fetchOptional(row -> new Versioned<>(Clients.client(row), row.get(VERSION)));
    }

    private static Condition unchanged(OrgId org, Versioned<UUID> client) {
        return ORG.eq(org.value())
                .and(ID.eq(client.record()))
                .and(VERSION.eq(client.version()))
                .and(MERGED_INTO.isNull());
    }

    private static Subject subject(User by, UUID id, String name) {
        return new Subject(by, RecordRef.client(id.toString()), name);
    }
}
