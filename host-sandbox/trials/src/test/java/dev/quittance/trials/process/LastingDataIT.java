package dev.quittance.trials.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quittance.trials.person.Seen;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Data that earlier versions left behind is opened, migrated and worked with by this one. Each folder below {@code src/test/lasting} was
 * written by the version that its name tells, by {@link LastingDataWriter}: a project with a paid request, another with an open one, and
 * more. Beside the data, as a folder or packed, stands what its books said then. They are never edited; a new version adds a folder.
 */
final class LastingDataIT {
    private static final Path KEPT = Path.of("src/test/lasting");

    @TempDir
    private Path folder;

    static List<Path> versions() throws IOException {
        try (Stream<Path> versions = Files.list(KEPT)) {
            return versions.sorted().collect(Collectors.toList());
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void an_embedded_database_of_an_earlier_version_goes_on_where_it_stopped(Path version) throws IOException {
        Path data = copied(version.resolve("h2"));

        try (Sandbox sandbox = Sandbox.start(data)) {
            assertThatBooksSayTheSame(sandbox, version.resolve("h2.json"));
            assertThatItGoesOn(sandbox);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void a_postgresql_database_of_an_earlier_version_goes_on_where_it_stopped(Path version)
            throws IOException, SQLException {
        Path data = copied(version.resolve("postgresql"));
        String dump = Files.readString(data.resolve("database.sql"));

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(dump);
            }
            try (Sandbox sandbox = Sandbox.start(data, "--db", postgres.getJdbcUrl("postgres", "postgres"))) {
                assertThatBooksSayTheSame(sandbox, version.resolve("postgresql.json"));
                assertThatItGoesOn(sandbox);
            }
        }
    }

    private static void assertThatBooksSayTheSame(Sandbox sandbox, Path file) throws IOException {
        JsonNode expected = LastingBooks.JSON.readTree(file.toFile());
        Walk office = new Walk(sandbox);
        office.signIn(sandbox.login("office", 0));
        assertThat(expected.path("pages").size()).isPositive();
        expected.path("pages")
                .fields()
                .forEachRemaining(page -> assertThat(LastingBooks.onProject(office, page.getKey()))
                        .as(page.getKey())
                        .isEqualTo(page.getValue().asText()));
        for (String list : List.of("/projects", "/clients", "/invoices", "/notifications", "/inbox")) {
            assertThat(office.person().open(sandbox.url(), list).status())
                    .as(list)
                    .isEqualTo(200);
        }
        if (expected.has("token")) {
            assertThatProgramsGoOn(sandbox, office, expected);
        }
    }

    /** A token still opens, invoices stand as they stood, and what was asked for under a key is not asked for again. */
    private static void assertThatProgramsGoOn(Sandbox sandbox, Walk office, JsonNode expected) throws IOException {
        String token = expected.path("token").asText();
        JsonNode asked = expected.path("asked");
        assertThat(LastingBooks.byRest(sandbox, token)).isEqualTo(expected.path("books"));
        Seen again = LastingBooks.request(
                sandbox, token, asked.path("key").asText(), asked.path("body").asText());
        assertThat(again.status()).as(again.body()).isBetween(200, 201);
        assertThat(LastingBooks.JSON.readTree(again.body()).path("id")).isEqualTo(asked.path("id"));
        assertThat(LastingBooks.byRest(sandbox, token)).isEqualTo(expected.path("books"));
        assertThat(office.person()
                        .open(sandbox.url(), expected.path("void invoice").asText())
                        .words())
                .contains("Void");
        assertThat(office.person()
                        .open(sandbox.url(), expected.path("requested invoice").asText())
                        .words())
                .contains("Sent");
    }

    private static void assertThatItGoesOn(Sandbox sandbox) {
        Walk office = new Walk(sandbox);
        office.signIn(sandbox.login("office", 0));
        URI paid = office.project("Ruiz roof");
        URI open = office.project("Ruiz leak check");
        assertThat(office.paymentsOn(paid)).get().asString().contains("$6,000.00", "Paid", "Visa •4242");
        assertThat(office.paymentsOn(open)).get().asString().contains("$123.45", "Sent");

        // The address in the mail that went out then still leads to the request, wherever the host stands now.
        URI link = office.payLinks().stream()
                .map(sent -> sandbox.url().resolve(sent.getPath()))
                .filter(sent -> office.person().open(sent).words().contains("$123.45"))
                .findFirst()
                .orElseThrow();
        Seen back = office.payAndReturn(office.clickPay(link), Walk.GOOD_CARD);

        assertThat(back.status()).isEqualTo(200);
        office.seesOn(open, "Paid");
        office.requestShare(paid, "10");
        assertThat(office.paymentsOn(paid)).get().asString().contains("$1,500.00", "Sent");
    }

    private Path copied(Path from) throws IOException {
        Path to = folder.resolve("data");
        Path packed = from.resolveSibling(from.getFileName() + ".zip");
        if (Files.exists(packed)) {
            try (FileSystem zip = FileSystems.newFileSystem(packed)) {
                copy(zip.getPath("/"), to);
            }
        } else {
            copy(from, to);
        }
        return to;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.sorted().collect(Collectors.toList())) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
