package dev.quittance.crm.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.crm.identity.MovingClock;
import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.identity.People;
import dev.quittance.crm.identity.Somebody;
import dev.quittance.crm.storage.Database;
import dev.quittance.crm.storage.Engine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RecordsIT {
    private static final Organisation HERE = Somebody.organisation("here");
    private static final Organisation THERE = Somebody.organisation("there");
    private static final Instant THEN = Instant.parse("2026-10-01T12:00:00.123456Z");

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_record_of_another_organisation_is_as_absent_as_one_that_never_was(Engine engine) {
        try (Database database = engine.open()) {
            Clients clients = clients(database);
            Projects projects = new Projects(database);
            Client client = client(HERE.id(), "Ada");
            clients.addIfNew(client);
            Project project = project(client, "Roof", THEN);
            projects.addIfNew(project);

            assertThat(clients.find(HERE.id(), client.id().toString())).contains(client);
            assertThat(projects.find(HERE.id(), project.id().toString())).contains(project);
            for (String id : List.of(
                    client.id().toString(), project.id().toString(), "", "1", "' or 1=1 --", "x".repeat(5000))) {
                assertThat(clients.find(THERE.id(), id)).as(id).isEmpty();
                assertThat(projects.find(THERE.id(), id)).as(id).isEmpty();
            }
            assertThat(clients.list(THERE.id(), "", 10).rows()).isEmpty();
            assertThat(projects.list(THERE.id(), "", 10).rows()).isEmpty();
            assertThat(projects.listOfClient(THERE.id(), client.id(), 10)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void pages_of_projects_go_through_all_of_them_once_newest_first(Engine engine) {
        try (Database database = engine.open()) {
            Clients clients = clients(database);
            Projects projects = new Projects(database);
            Client client = client(HERE.id(), "Ada");
            clients.addIfNew(client);
            for (int i = 0; i < 11; i++) {
                // Several of one moment: the id must keep them apart.
                projects.addIfNew(project(client, "Project " + i, THEN.plusSeconds(i / 3)));
            }

            List<Project> seen = new ArrayList<>();
            Optional<String> after = Optional.of("");
            while (after.isPresent()) {
                Slice<Project> slice = projects.list(HERE.id(), after.get(), 4);
                seen.addAll(slice.rows());
                after = slice.next();
            }

            assertThat(seen).hasSize(11).doesNotHaveDuplicates();
            assertThat(seen.stream().map(Project::createdAt)).isSortedAccordingTo((a, b) -> b.compareTo(a));
            assertThat(projects.list(HERE.id(), "no such place", 4).rows()).isEqualTo(seen.subList(0, 4));
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void pages_of_clients_go_through_all_of_them_once_by_name_whatever_its_case(Engine engine) {
        try (Database database = engine.open()) {
            Clients clients = clients(database);
            for (String name : List.of("bea", "Ada", "ada", "Cem", "ADA", "dan", "Bea")) {
                clients.addIfNew(client(HERE.id(), name));
            }

            List<String> seen = new ArrayList<>();
            Optional<String> after = Optional.of("");
            while (after.isPresent()) {
                Slice<Client> slice = clients.list(HERE.id(), after.get(), 2);
                slice.rows().forEach(client -> seen.add(client.name()));
                after = slice.next();
            }

            assertThat(seen).hasSize(7).doesNotHaveDuplicates();
            assertThat(seen.stream().map(name -> name.toLowerCase(Locale.ROOT))).isSorted();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void a_record_entered_twice_is_there_once_as_it_was_first(Engine engine) {
        try (Database database = engine.open()) {
            Clients clients = clients(database);
            Projects projects = new Projects(database);
            Client client = client(HERE.id(), "Ada");
            assertThat(clients.addIfNew(client)).isTrue();
            assertThat(clients.addIfNew(client)).isFalse();
            Project project = project(client, "Roof", THEN);
            assertThat(projects.addIfNew(project)).isTrue();
            Project again = new Project(
                    project.org(),
                    project.id(),
                    client.id(),
                    client.name(),
                    "Other",
                    Stage.COMPLETE,
                    "USD",
                    Optional.empty(),
                    THEN);
            assertThat(projects.addIfNew(again)).isFalse();
            assertThat(projects.find(HERE.id(), project.id().toString())).contains(project);
        }
    }

    private static Clients clients(Database database) {
        People people = new People(database, new MovingClock());
        people.addIfNew(HERE);
        people.addIfNew(THERE);
        return new Clients(database);
    }

    private static Client client(OrgId org, String name) {
        return new Client(
                org,
                UUID.randomUUID(),
                name,
                Optional.of(name + "@example.com"),
                Optional.empty(),
                Optional.empty(),
                THEN);
    }

    private static Project project(Client client, String name, Instant createdAt) {
        return new Project(
                client.org(),
                UUID.randomUUID(),
                client.id(),
                client.name(),
                name,
                Stage.SIGNED,
                "USD",
                Optional.of(Money.of(1_500_000, "USD")),
                createdAt);
    }
}
