package dev.quittance.crm.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.money.Money;
import dev.quittance.api.record.RecordEvent;
import dev.quittance.api.record.RecordRef;
import dev.quittance.crm.activity.Activities;
import dev.quittance.crm.activity.Activity;
import dev.quittance.crm.event.RecordNews;
import dev.quittance.crm.identity.MovingClock;
import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.identity.People;
import dev.quittance.crm.identity.Role;
import dev.quittance.crm.identity.Somebody;
import dev.quittance.crm.identity.User;
import dev.quittance.crm.storage.Database;
import dev.quittance.crm.storage.Engine;
import dev.quittance.crm.storage.RowIds;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients and projects that people change. */
final class ChangesIT {
    private static final Organisation HERE = Somebody.organisation("here");
    private static final Organisation THERE = Somebody.organisation("there");
    private static final User OLIVIA = Somebody.user("olivia@here.example", Role.OFFICE, HERE);
    private static final User STRANGER = Somebody.user("office@there.example", Role.OFFICE, THERE);

    /** What is tested, on one database. */
    private static final class Desk implements AutoCloseable {
        final Database database;
        final Clients clients;
        final Projects projects;
        final Activities activities;
        final ClientChanges clientChanges;
        final ProjectChanges projectChanges;
        final Contacts contacts;

        Desk(Engine engine) {
            database = engine.open();
            MovingClock clock = new MovingClock();
            RowIds ids = new RowIds(clock, new SecureRandom());
            People people = new People(database, clock);
            people.addIfNew(HERE);
            people.addIfNew(THERE);
            activities = new Activities(database);
            Journal journal = new Journal(database, new RecordNews(ids, clock), activities, clock, ids);
            clients = new Clients(database);
            projects = new Projects(database);
            clientChanges = new ClientChanges(journal);
            projectChanges = new ProjectChanges(journal, projects);
            contacts = new Contacts(journal);
        }

        UUID client(String name, String email) {
            UUID id = UUID.randomUUID();
            assertThat(clientChanges.add(OLIVIA, id, entry(name, email))).isTrue();
            return id;
        }

        Versioned<Client> read(UUID client) {
            return clientChanges.find(HERE.id(), client.toString()).orElseThrow();
        }

        UUID project(UUID client, String name) {
            UUID id = UUID.randomUUID();
            ProjectEntry entry = new ProjectEntry(client, name, "USD", Optional.of(Money.of(1_000_000, "USD")));
            assertThat(projectChanges.add(OLIVIA, id, entry)).isEqualTo(Change.DONE);
            return id;
        }

        Versioned<Project> readProject(UUID project) {
            return projectChanges.find(HERE.id(), project.toString()).orElseThrow();
        }

        List<String> told() {
            return database.read(sql -> sql.select(
                            DSL.field(DSL.name("kind"), String.class), DSL.field(DSL.name("attributes"), String.class))
                    .from(DSL.table(DSL.name("record_event")))
                    .orderBy(DSL.field(DSL.name("event_seq")))
                    .fetch(row -> row.value1() + " " + row.value2()));
        }

        List<String> words(RecordRef record) {
            return activities.listOf(HERE.id(), record, 20).stream()
                    .map(Activity::words)
                    .toList();
        }

        @Override
        public void close() {
            database.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_corrected_address_is_told_with_the_old_and_the_new_one(Engine engine) {
        try (Desk desk = new Desk(engine)) {
            UUID ada = desk.client("Ada", "ada@old.example");

            Change change = desk.clientChanges.edit(OLIVIA, ada, 0, entry("Ada", "ada@new.example"));

            assertThat(change).isEqualTo(Change.DONE);
            assertThat(desk.read(ada).record().email()).contains("ada@new.example");
            assertThat(desk.told())
                    .containsExactly(
                            RecordEvent.EMAIL_CORRECTED + " {\"from\":\"ada@old.example\",\"to\":\"ada@new.example\"}");
            assertThat(desk.words(RecordRef.client(ada.toString())))
                    .containsExactly(
                            "Corrected the e-mail from ada@old.example to ada@new.example.", "Entered the client.");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void who_saves_over_a_change_that_they_have_not_seen_changes_nothing(Engine engine) {
        try (Desk desk = new Desk(engine)) {
            UUID ada = desk.client("Ada", "ada@a.example");
            UUID roof = desk.project(ada, "Roof");
            Versioned<Project> seen = desk.readProject(roof);

            assertThat(desk.clientChanges.edit(OLIVIA, ada, 0, entry("Ada L.", "")))
                    .isEqualTo(Change.DONE);
            assertThat(desk.clientChanges.edit(OLIVIA, ada, 0, entry("Late", "late@a.example")))
                    .isEqualTo(Change.MEANWHILE);
            assertThat(desk.projectChanges.advance(OLIVIA, seen)).isEqualTo(Change.DONE);
            assertThat(desk.projectChanges.advance(OLIVIA, seen)).isEqualTo(Change.MEANWHILE);
            assertThat(desk.projectChanges.delete(OLIVIA, seen)).isEqualTo(Change.MEANWHILE);

            assertThat(desk.read(ada).record().name()).isEqualTo("Ada L.");
            assertThat(desk.readProject(roof).record().stage()).isEqualTo(Stage.SIGNED);
            assertThat(desk.told()).hasSize(2).last().asString().startsWith(RecordEvent.SIGNED);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_merge_moves_everything_to_who_stays_and_the_other_leads_there(Engine engine) {
        try (Desk desk = new Desk(engine)) {
            UUID first = desk.client("Ada", "");
            UUID second = desk.client("Ada", "ada@a.example");
            UUID third = desk.client("ADA", "other@a.example");
            UUID roof = desk.project(second, "Roof");
            Contact.Entry treasurer =
                    new Contact.Entry("Tom", "Treasurer", Optional.of("tom@a.example"), Optional.empty(), true);
            desk.contacts.add(OLIVIA, desk.read(second).record(), UUID.randomUUID(), treasurer);
            assertThat(desk.clients.listAlike(desk.read(first).record(), 9)).hasSize(2);

            assertThat(desk.clientChanges.merge(OLIVIA, seen(desk, second), seen(desk, third)))
                    .isEqualTo(Change.DONE);
            assertThat(desk.clientChanges.merge(OLIVIA, seen(desk, first), seen(desk, second)))
                    .isEqualTo(Change.DONE);

            assertThat(desk.readProject(roof).record().clientId()).isEqualTo(first);
            assertThat(desk.contacts.listOf(HERE.id(), first))
                    .extracting(Contact::entry)
                    .containsExactly(treasurer);
            assertThat(desk.read(first).record().email()).contains("ada@a.example");
            for (UUID gone : List.of(second, third)) {
                assertThat(desk.clients.find(HERE.id(), gone.toString())).isEmpty();
                assertThat(desk.clients.findMergedInto(HERE.id(), gone.toString()))
                        .contains(first);
                assertThat(desk.clients.findMergedInto(THERE.id(), gone.toString()))
                        .isEmpty();
            }
            assertThat(desk.clients.list(HERE.id(), "", 10).rows()).hasSize(1);
            assertThat(desk.told())
                    .contains(RecordEvent.MERGED + " {\"into\":\"" + first + "\"}")
                    .anyMatch(event -> event.startsWith(RecordEvent.EMAIL_CORRECTED));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_merge_of_what_somebody_changed_meanwhile_moves_nothing(Engine engine) {
        try (Desk desk = new Desk(engine)) {
            UUID stays = desk.client("Ada", "");
            UUID goes = desk.client("Ada", "ada@a.example");
            UUID roof = desk.project(goes, "Roof");
            Versioned<UUID> seen = seen(desk, goes);
            desk.clientChanges.edit(OLIVIA, goes, 0, entry("Adam", "adam@a.example"));

            assertThat(desk.clientChanges.merge(OLIVIA, seen(desk, stays), seen))
                    .isEqualTo(Change.MEANWHILE);
            assertThat(desk.clientChanges.merge(OLIVIA, seen, seen)).isEqualTo(Change.REFUSED);

            assertThat(desk.read(stays).version()).isZero();
            assertThat(desk.readProject(roof).record().clientId()).isEqualTo(goes);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_project_goes_through_its_stages_and_is_told_of_when_signed_and_closed(Engine engine) {
        try (Desk desk = new Desk(engine)) {
            UUID roof = desk.project(desk.client("Ada", ""), "Roof");

            for (int i = 0; i < 4; i++) {
                assertThat(desk.projectChanges.advance(OLIVIA, desk.readProject(roof)))
                        .isEqualTo(Change.DONE);
            }

            assertThat(desk.readProject(roof).record().stage()).isEqualTo(Stage.CLOSED);
            assertThat(desk.projectChanges.advance(OLIVIA, desk.readProject(roof)))
                    .isEqualTo(Change.REFUSED);
            assertThat(desk.projectChanges.close(OLIVIA, desk.readProject(roof)))
                    .isEqualTo(Change.REFUSED);
            assertThat(desk.told()).containsExactly(RecordEvent.SIGNED + " {}", RecordEvent.CLOSED + " {}");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_change_order_keeps_both_totals_and_the_reason(Engine engine) {
        try (Desk desk = new Desk(engine)) {
            UUID roof = desk.project(desk.client("Ada", ""), "Roof");

            desk.projectChanges.changeTotal(
                    OLIVIA, desk.readProject(roof), Optional.of(Money.of(1_234_500, "USD")), "Second layer");
            desk.projectChanges.changeTotal(OLIVIA, desk.readProject(roof), Optional.empty(), "By the hour");

            assertThat(desk.readProject(roof).record().contractTotal()).isEmpty();
            assertThat(desk.words(RecordRef.project(roof.toString())))
                    .startsWith(
                            "Changed the contract total from $12,345.00 to no contract. Reason: By the hour",
                            "Changed the contract total from $10,000.00 to $12,345.00. Reason: Second layer");
            assertThat(desk.told())
                    .containsExactly(RecordEvent.TOTAL_CHANGED + " {}", RecordEvent.TOTAL_CHANGED + " {}");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_deleted_project_is_gone_for_everybody_and_the_fact_stays(Engine engine) {
        try (Desk desk = new Desk(engine)) {
            UUID ada = desk.client("Ada", "");
            UUID roof = desk.project(ada, "Roof");

            assertThat(desk.projectChanges.delete(OLIVIA, desk.readProject(roof)))
                    .isEqualTo(Change.DONE);

            assertThat(desk.projects.find(HERE.id(), roof.toString())).isEmpty();
            assertThat(desk.projects.list(HERE.id(), "", 10).rows()).isEmpty();
            assertThat(desk.projects.listOfClient(HERE.id(), ada, 10)).isEmpty();
            assertThat(desk.projectChanges.find(HERE.id(), roof.toString())).isEmpty();
            assertThat(desk.told()).containsExactly(RecordEvent.DELETED + " {}");
            assertThat(desk.words(RecordRef.project(roof.toString()))).contains("Deleted the project.");
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void one_contact_is_the_primary_one_and_another_organisation_reaches_none(Engine engine) {
        try (Desk desk = new Desk(engine)) {
            Client ada = desk.read(desk.client("Ada", "")).record();
            UUID tom = UUID.randomUUID();
            UUID pia = UUID.randomUUID();
            desk.contacts.add(OLIVIA, ada, tom, contact("Tom", true));
            desk.contacts.add(OLIVIA, ada, tom, contact("Tom again", true));
            desk.contacts.add(OLIVIA, ada, pia, contact("Pia", true));

            assertThat(desk.contacts.listOf(HERE.id(), ada.id()))
                    .extracting(Contact::entry)
                    .containsExactly(contact("Pia", true), contact("Tom", false));
            assertThat(desk.contacts.find(THERE.id(), pia.toString())).isEmpty();
            assertThat(desk.contacts.edit(OLIVIA, ada, UUID.randomUUID(), contact("X", false)))
                    .isEqualTo(Change.ABSENT);
            assertThat(desk.contacts.edit(OLIVIA, ada, tom, contact("Tom", true)))
                    .isEqualTo(Change.DONE);
            assertThat(desk.contacts.remove(OLIVIA, ada, pia)).isEqualTo(Change.DONE);
            assertThat(desk.contacts.remove(OLIVIA, ada, pia)).isEqualTo(Change.ABSENT);
            assertThat(desk.contacts.listOf(HERE.id(), ada.id()))
                    .extracting(Contact::entry)
                    .containsExactly(contact("Tom", true));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void nobody_changes_what_is_another_organisations(Engine engine) {
        try (Desk desk = new Desk(engine)) {
            UUID ada = desk.client("Ada", "");
            Versioned<Project> roof = desk.readProject(desk.project(ada, "Roof"));

            assertThat(desk.clientChanges.edit(STRANGER, ada, 0, entry("Stolen", "")))
                    .isEqualTo(Change.ABSENT);
            assertThat(desk.projectChanges.delete(STRANGER, roof)).isEqualTo(Change.MEANWHILE);
            assertThat(desk.projectChanges.add(
                            STRANGER, UUID.randomUUID(), new ProjectEntry(ada, "Theirs", "USD", Optional.empty())))
                    .isEqualTo(Change.ABSENT);

            assertThat(desk.read(ada).record().name()).isEqualTo("Ada");
            assertThat(desk.activities.list(THERE.id(), "", 10).rows()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void words_are_found_by_their_beginnings_and_signs_stand_for_themselves(Engine engine) {
        try (Desk desk = new Desk(engine)) {
            desk.client("Harbor View HOA", "board@harborview.example");
            desk.client("100% Wood_Works!", "wood@works.example");
            UUID zoe = desk.client("Zoë Ünal", "zoe@x.example");
            desk.project(zoe, "Flat roof");

            for (String query : List.of("harb", "HOA har", "view", "board@", " hoa ")) {
                assertThat(names(desk, query)).as(query).containsExactly("Harbor View HOA");
            }
            for (String query : List.of("100%", "wood_w", "100% wood")) {
                assertThat(names(desk, query)).as(query).containsExactly("100% Wood_Works!");
            }
            for (String query : List.of("arbor", "harb zoe", "%", "_", "100_", "wood%w", "' or 1=1 --")) {
                assertThat(names(desk, query)).as(query).isEmpty();
            }
            assertThat(names(desk, "ünal")).containsExactly("Zoë Ünal");
            assertThat(names(desk, "")).hasSize(3);
            assertThat(desk.projects.search(HERE.id(), "roof zo", 5)).hasSize(1);
            assertThat(desk.projects.search(THERE.id(), "roof", 5)).isEmpty();
            assertThat(desk.clients.list(THERE.id(), "harb", "", 5).rows()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void the_activity_of_an_organisation_is_read_in_parts_newest_first(Engine engine) {
        try (Desk desk = new Desk(engine)) {
            for (int i = 0; i < 7; i++) {
                desk.client("Client " + i, "");
            }

            Activities.Part first = desk.activities.list(HERE.id(), "", 4);
            Activities.Part rest = desk.activities.list(HERE.id(), first.next().orElseThrow(), 4);

            assertThat(first.rows())
                    .hasSize(4)
                    .first()
                    .extracting(Activity::recordName)
                    .isEqualTo("Client 6");
            assertThat(rest.rows())
                    .hasSize(3)
                    .last()
                    .extracting(Activity::recordName)
                    .isEqualTo("Client 0");
            assertThat(rest.next()).isEmpty();
            assertThat(first.rows()).allMatch(row -> row.actorName().equals(OLIVIA.name()));
        }
    }

    private static List<String> names(Desk desk, String query) {
        return desk.clients.list(HERE.id(), query, "", 10).rows().stream()
                .map(Client::name)
                .toList();
    }

    private static Versioned<UUID> seen(Desk desk, UUID client) {
        return new Versioned<>(client, desk.read(client).version());
    }

    private static ClientEntry entry(String name, String email) {
        return new ClientEntry(
                name,
                Optional.of(email).filter(address -> !address.isEmpty()),
                Optional.empty(),
                Optional.<Locale>empty());
    }

    private static Contact.Entry contact(String name, boolean primary) {
        return new Contact.Entry(name, "", Optional.empty(), Optional.empty(), primary);
    }
}
