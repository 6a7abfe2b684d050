package dev.quittance.crm.record;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.RecordEvent;
import dev.quittance.api.record.RecordRef;
import dev.quittance.crm.identity.User;
import dev.quittance.crm.record.Journal.Subject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.UpdateSetMoreStep;
import org.jooq.impl.SQLDataType;

/**
 * Enters projects and moves them on. Each change is one transaction with its activity and its {@link RecordEvent}s, and is
 * refused if somebody else changed the project since it was read. Thread-safe.
 */
public final class ProjectChanges {
    private static final Table<Record> PROJECT = table(name("project"));
    private static final Field<String> ORG = field(name("org_id"), SQLDataType.VARCHAR);
    private static final Field<UUID> ID = field(name("project_id"), SQLDataType.UUID);
    private static final Field<UUID> CLIENT_ID = field(name("client_id"), SQLDataType.UUID);
    private static final Field<String> NAME = field(name("name"), SQLDataType.VARCHAR);
    private static final Field<String> STAGE = field(name("stage"), SQLDataType.VARCHAR);
    private static final Field<String> CURRENCY = field(name("currency"), SQLDataType.VARCHAR);
    private static final Field<Long> CONTRACT_TOTAL = field(name("contract_total_minor"), SQLDataType.BIGINT);
    private static final Field<Instant> CREATED_AT = field(name("created_at"), SQLDataType.INSTANT);
    private static final Field<Long> VERSION = field(name("version"), SQLDataType.BIGINT);
    private static final Field<Instant> DELETED_AT = field(name("deleted_at"), SQLDataType.INSTANT);
    private static final Map<String, String> NOTHING_MORE = Map.of();

    private final Journal journal;
    private final Projects projects;

    /** Writes through this journal. */
    public ProjectChanges(Journal journal, Projects projects) {
        this.journal = journal;
        this.projects = projects;
    }

    /** The project with the count of its changes, or empty if this organisation has none by that id. */
    public Optional<Versioned<Project>> find(OrgId org, String id) {
        // The count first: if somebody changes the project between the two readings, the next change is refused.
        Optional<Long> version = RecordIds.parse(id)
                .flatMap(projectId -> journal.database()
                        .read(sql -> sql.select(VERSION)
                                .from(PROJECT)
                                .where(ORG.eq(org.value()).and(ID.eq(projectId)))
                                .fetchOptional(VERSION)));
        return version.flatMap(count -> projects.find(org, id).map(project -> new Versioned<>(project, count)));
    }

    /** Enters a lead; safe to repeat with the same id. ABSENT if there is no such client. */
    public Change add(User by, UUID id, ProjectEntry entry) {
        Subject subject = subject(by, id, entry.name());
        return journal.write(tx -> {
            if (!isClient(tx, subject.org(), entry.clientId())) {
                return Change.ABSENT;
            }
            int added = tx.insertInto(PROJECT)
                    .set(ORG, subject.org().value())
                    .set(ID, id)
                    .set(CLIENT_ID, entry.clientId())
                    .set(NAME, entry.name())
                    .set(STAGE, Stage.LEAD.code())
                    .set(CURRENCY, entry.currency())
                    .set(CONTRACT_TOTAL, entry.contractTotal().map(Money::minor).orElse(null))
                    .set(CREATED_AT, journal.now())
                    .onConflictDoNothing()
                    .execute();
            if (added > 0) {
                journal.note(tx, subject, "Entered the project.");
            }
            return Change.DONE;
        });
    }

    /** Gives the project another name. */
    public Change rename(User by, Versioned<Project> read, String name) {
        Subject subject = subject(by, read.record().id(), name);
        return change(
                read,
                subject,
                step -> step.set(NAME, name),
                tx -> journal.note(tx, subject, "Renamed from " + read.record().name() + "."));
    }

    /** Moves the project to the stage after the one that was read; REFUSED if that is the last. */
    public Change advance(User by, Versioned<Project> read) {
        Optional<Stage> next = read.record().stage().next();
        return next.map(stage -> move(by, read, stage)).orElse(Change.REFUSED);
    }

    /** Ends the project, from whatever stage; REFUSED if it has ended. */
    public Change close(User by, Versioned<Project> read) {
        return read.record().stage() == Stage.CLOSED ? Change.REFUSED : move(by, read, Stage.CLOSED);
    }

    /**
     * Agrees on another contract total.
     *
     * @param total in the project's currency; empty: from now on there is no contract
     * @param reason why, as the customer would be told
     */
    public Change changeTotal(User by, Versioned<Project> read, Optional<Money> total, String reason) {
        Project project = read.record();
        if (total.isPresent() && !total.get().currency().equals(project.currency())) {
            throw new IllegalArgumentException("a project has one currency");
        }
        Subject subject = subject(by, project.id(), project.name());
        String words = "Changed the contract total from " + words(by, project.contractTotal()) + " to "
                + words(by, total) + ". Reason: " + reason;
        return change(
                read,
                subject,
                step -> step.set(CONTRACT_TOTAL, total.map(Money::minor).orElse(null)),
                tx -> {
                    journal.note(tx, subject, words);
                    journal.tell(tx, RecordEvent.TOTAL_CHANGED, subject, NOTHING_MORE);
                });
    }

    /** Takes the project away from everybody; the activity keeps the fact. */
    public Change delete(User by, Versioned<Project> read) {
        Subject subject = subject(by, read.record().id(), read.record().name());
        Instant now = journal.now();
        return change(read, subject, step -> step.set(DELETED_AT, now), tx -> {
            journal.note(tx, subject, "Deleted the project.");
            journal.tell(tx, RecordEvent.DELETED, subject, NOTHING_MORE);
        });
    }

    private Change move(User by, Versioned<Project> read, Stage to) {
        Project project = read.record();
        Subject subject = subject(by, project.id(), project.name());
        String words = "Moved from " + project.stage().label() + " to " + to.label() + ".";
        return change(read, subject, step -> step.set(STAGE, to.code()), tx -> {
            journal.note(tx, subject, words);
            if (to == Stage.SIGNED) {
                journal.tell(tx, RecordEvent.SIGNED, subject, NOTHING_MORE);
            } else if (to == Stage.CLOSED) {
                journal.tell(tx, RecordEvent.CLOSED, subject, NOTHING_MORE);
            }
        });
    }

    private Change change(
            Versioned<Project> read,
            Subject subject,
            Function<UpdateSetMoreStep<Record>, UpdateSetMoreStep<Record>> setting,
            Consumer<DSLContext> after) {
        return journal.write(tx -> {
            UpdateSetMoreStep<Record> counted = tx.update(PROJECT).set(VERSION, VERSION.plus(1L));
            int changed =
                    setting.apply(counted).where(unchanged(subject.org(), read)).execute();
            if (changed == 0) {
                return Change.MEANWHILE;
            }
            after.accept(tx);
            return Change.DONE;
        });
    }

    private static Condition unchanged(OrgId org, Versioned<Project> read) {
        return ORG.eq(org.value())
                .and(ID.eq(read.record().id()))
                .and(VERSION.eq(read.version()))
                .and(DELETED_AT.isNull());
    }

    private static boolean isClient(DSLContext sql, OrgId org, UUID id) {
        return sql.fetchExists(sql.selectOne()
                .from(table(name("client")))
                .where(ORG.eq(org.value()).and(CLIENT_ID.eq(id)))
                .and(field(name("merged_into"), SQLDataType.UUID).isNull()));
    }

    private static String words(User reader, Optional<Money> total) {
        return total.map(money -> Amounts.text(money, reader.org())).orElse("no contract");
    }

    private static Subject subject(User by, UUID id, String name) {
        return new Subject(by, RecordRef.project(id.toString()), name);
    }
}
