package dev.quittance.platform.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.quittance.api.host.Sealed;
import dev.quittance.api.identity.OrgId;
import dev.quittance.platform.extension.PluginManifest;
import dev.quittance.platform.extension.SealedColumn;
import dev.quittance.platform.host.InstallationKeys;
import dev.quittance.platform.jobs.HostTask;
import dev.quittance.platform.migration.Migrations;
import dev.quittance.platform.sample.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The installation gets another key. */
final class ResealingIT {
    private static final OrgId ORG = new OrgId("o");
    private static final SealedColumn VAULT = new SealedColumn("vault", "key_sealed", "key/{vault_id}");
    private static final SealedColumn LETTER = new SealedColumn("letter", "words_sealed", "words/{writer}/{letter_id}");
    private static final PluginManifest SAMPLE = SealedBoxTest.plugin("sample", Optional.of(List.of(VAULT, LETTER)));
    /** More than two batches of the job. */
    private static final int LETTERS = 230;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void wherever_it_dies_everything_opens_and_in_the_end_the_old_key_is_not_needed(TestDatabase kind)
            throws Exception {
        try (HikariDataSource database = prepared(kind)) {
            InstallationKeys old = InstallationKeys.of(null, folder.resolve("key"));
            fill(database, old);
            InstallationKeys both = old.withNew().withNewestSealing();

            int deaths = 0;
            while (!runsUntil(database, both, deaths + 1)) {
                deaths++;
                assertAllOpen(database, both);
            }

            assertThat(deaths).isGreaterThan(15);
            assertThat(rows(database, LETTER).countSealedWith(1)).isZero();
            assertThat(rows(database, VAULT).countSealedWith(1)).isZero();
            assertThat(rows(database, LETTER).countSealedWith(2)).isEqualTo(LETTERS);
            assertThat(left(database)).isZero();
            assertAllOpen(database, both.withoutOthers());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_key_that_is_needed_cannot_be_left_out_nor_another_take_its_number(TestDatabase kind) throws Exception {
        try (HikariDataSource database = prepared(kind)) {
            InstallationKeys old = InstallationKeys.of(null, folder.resolve("key"));
            fill(database, old);
            InstallationKeys both = old.withNew().withNewestSealing();
            InstallationKeys other = InstallationKeys.of(null, folder.resolve("other"));

            assertThatThrownBy(() -> sealing(database, both.withoutOthers()))
                    .hasMessageStartingWith("The installation's key 1 is missing, and secrets are sealed with it.")
                    .hasMessageContaining("Nothing was changed.");
            assertThatThrownBy(() -> sealing(database, other))
                    .hasMessageStartingWith("The installation's key 1 is not the one that secrets are sealed with.");
            assertAllOpen(database, old);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_facts_of_an_installation_have_a_key_in_common_while_one_takes_anothers_place(TestDatabase kind)
            throws Exception {
        try (HikariDataSource database = prepared(kind)) {
            InstallationKeys old = InstallationKeys.of(null, folder.resolve("key"));
            InstallationKeys both = old.withNew().withNewestSealing();
            HostFacts first = facts(database, old);
            HostFacts meanwhile = facts(database, both);
            HostFacts last = facts(database, both.withoutOthers());

            assertThat(meanwhile.keyFingerprints())
                    .containsAll(first.keyFingerprints())
                    .containsAll(last.keyFingerprints());
            assertThat(first.keyFingerprints()).doesNotContainAnyElementsOf(last.keyFingerprints());
            assertThat(first.databaseAddress()).startsWith("jdbc:").doesNotContain(";", "?", "@");
            assertThat(first.databaseIdentity().isEmpty()).isEqualTo(kind == TestDatabase.H2);
            assertThat(last.databaseIdentity()).isEqualTo(first.databaseIdentity());
            try (HikariDataSource another = prepared(kind)) {
                assertThat(facts(another, old).databaseAddress()
                                + facts(another, old).databaseIdentity())
                        .isNotEqualTo(first.databaseAddress() + first.databaseIdentity());
            }
        }
    }

    private static HostFacts facts(DataSource database, InstallationKeys keys) {
        return HostFacts.read(
                database,
                URI.create("https://crm.test"),
                sealing(database, keys).fingerprints());
    }

    @ParameterizedTest
    @EnumSource
    void the_installation_keeps_its_name_when_its_key_is_another(TestDatabase kind) throws Exception {
        try (HikariDataSource database = prepared(kind)) {
            InstallationKeys old = InstallationKeys.of(null, folder.resolve("key"));
            fill(database, old);
            String before = sealing(database, old).installationId();
            InstallationKeys both = old.withNew().withNewestSealing();
            sealing(database, both).resealing().run("", 1);

            assertThat(sealing(database, both.withoutOthers()).installationId()).isEqualTo(before);
            try (HikariDataSource another = prepared(kind)) {
                assertThat(sealing(another, InstallationKeys.of(null, folder.resolve("other")))
                                .installationId())
                        .isNotEqualTo(before);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_row_that_changes_meanwhile_keeps_its_change(TestDatabase kind) throws Exception {
        try (HikariDataSource database = prepared(kind)) {
            InstallationKeys old = InstallationKeys.of(null, folder.resolve("key"));
            fill(database, old);
            SealedRows rows = rows(database, VAULT);
            SealedRows.Row row = rows.listNotSealedWith(2, List.of(), 1).get(0);
            put(database, "v1", secrets(database, old).sealText(ORG, "key/v1", "changed"));

            assertThat(rows.replace(row, new byte[] {1, 2, 3})).isFalse();
            assertThat(open(database, old, "v1")).isEqualTo("changed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_does_not_open_stays_and_keeps_the_old_key(TestDatabase kind) throws Exception {
        try (HikariDataSource database = prepared(kind)) {
            InstallationKeys old = InstallationKeys.of(null, folder.resolve("key"));
            fill(database, old);
            byte[] moved =
                    secrets(database, old).sealText(ORG, "key/elsewhere", "x").bytes();
            put(database, "v1", new Sealed(moved));
            InstallationKeys both = old.withNew().withNewestSealing();
            sealing(database, both).resealing().run("", 1);

            assertThat(rows(database, VAULT).countSealedWith(1)).isEqualTo(1);
            assertThat(left(database)).isEqualTo(1);
            assertThatThrownBy(() -> sealing(database, both.withoutOthers())).hasMessageContaining("key 1 is missing");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_plugin_that_does_not_say_where_keeps_the_old_key_until_it_does(TestDatabase kind) throws Exception {
        try (HikariDataSource database = prepared(kind)) {
            InstallationKeys old = InstallationKeys.of(null, folder.resolve("key"));
            sealing(database, old).secretsOf(SealedBoxTest.plugin("sample", Optional.empty()), "plugin_sample");
            InstallationKeys both = old.withNew().withNewestSealing();
            HostTask.Next next = sealing(database, both).resealing().run("", 1);

            assertThat(next.kind()).isEqualTo(HostTask.Next.Kind.RECUR);
            assertThatThrownBy(() -> sealing(database, both.withoutOthers())).hasMessageContaining("key 1 is missing");
            secrets(database, both);
            assertThat(sealing(database, both.withoutOthers()).isChanging()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_column_that_is_not_there_keeps_the_plugin_off(TestDatabase kind) throws Exception {
        try (HikariDataSource database = prepared(kind)) {
            Sealing sealing = sealing(database, InstallationKeys.of(null, folder.resolve("key")));
            PluginManifest wrong = SealedBoxTest.plugin(
                    "sample", Optional.of(List.of(new SealedColumn("vault", "key_sealed", "key/{no_such}"))));

            assertThatThrownBy(() -> sealing.secretsOf(wrong, "plugin_sample"))
                    .hasMessageContaining("not as it declares them");
        }
    }

    /** Runs the job on a database that goes away after so many connections; whether it came to its end. */
    private static boolean runsUntil(DataSource database, InstallationKeys keys, int connections) {
        try {
            sealing(dyingAfter(database, connections), keys).resealing().run("", 1);
            return true;
        } catch (Exception e) {
            assertThat(e).hasStackTraceContaining("the host died");
            return false;
        }
    }

    private static DataSource dyingAfter(DataSource database, int connections) {
        AtomicInteger left = new AtomicInteger(connections);
        return (DataSource) Proxy.newProxyInstance(
                ResealingIT.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (left.getAndDecrement() <= 0) {
                        throw new SQLException("the host died");
                    }
                    try {
                        return method.invoke(database, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static HikariDataSource prepared(TestDatabase kind) throws SQLException {
        HikariDataSource database = kind.open();
        Migrations migrations = new Migrations(database, "");
        migrations.migrateOwn();
        Path scripts = Path.of("src/test/plugins/sample");
        assertThat(Files.isDirectory(scripts)).isTrue();
        migrations.migratePlugin("sample", scripts);
        return database;
    }

    private static Sealing sealing(DataSource database, InstallationKeys keys) {
        return Sealing.open(keys, new Sealing.Ground(database, "platform", Clock.systemUTC()));
    }

    private static PluginSecrets secrets(DataSource database, InstallationKeys keys) {
        return sealing(database, keys).secretsOf(SAMPLE, "plugin_sample");
    }

    private static SealedRows rows(DataSource database, SealedColumn column) throws SQLException {
        return SealedRows.of(database, "plugin_sample", column);
    }

    private static void fill(DataSource database, InstallationKeys keys) throws SQLException {
        PluginSecrets secrets = secrets(database, keys);
        try (Connection connection = database.getConnection();
                PreparedStatement vault =
                        connection.prepareStatement("insert into plugin_sample.vault values (?, ?, ?)");
                PreparedStatement letter =
                        connection.prepareStatement("insert into plugin_sample.letter values (?, ?, ?, ?)")) {
            for (int i = 0; i < 3; i++) {
                vault.setString(1, "v" + i);
                vault.setString(2, ORG.value());
                vault.setBytes(3, i == 0 ? null : sealed(secrets, "key/v" + i));
                vault.executeUpdate();
            }
            vault.setString(1, "emptied");
            vault.setBytes(3, new byte[0]);
            vault.executeUpdate();
            for (int i = 0; i < LETTERS; i++) {
                UUID id = UUID.randomUUID();
                letter.setString(1, ORG.value());
                letter.setObject(2, id);
                letter.setString(3, "olga");
                letter.setBytes(4, sealed(secrets, "words/olga/" + id));
                letter.executeUpdate();
            }
        }
    }

    private static byte[] sealed(PluginSecrets secrets, String purpose) {
        return secrets.sealText(ORG, purpose, "for " + purpose).bytes();
    }

    private static void put(DataSource database, String id, Sealed sealed) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update plugin_sample.vault set key_sealed = ? where vault_id = ?")) {
            update.setBytes(1, sealed.bytes());
            update.setString(2, id);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private static String open(DataSource database, InstallationKeys keys, String id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select key_sealed from plugin_sample.vault where vault_id = ?")) {
            select.setString(1, id);
            try (ResultSet rows = select.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return secrets(database, keys).openText(ORG, "key/" + id, new Sealed(rows.getBytes(1)));
            }
        }
    }

    private static void assertAllOpen(DataSource database, InstallationKeys keys) throws SQLException {
        PluginSecrets secrets = secrets(database, keys);
        int opened = 0;
        for (SealedColumn column : List.of(VAULT, LETTER)) {
            for (SealedRows.Row row : rows(database, column).listNotSealedWith(99, List.of(), 1000)) {
                assertThat(secrets.openText(ORG, row.purpose(), new Sealed(row.sealed())))
                        .isEqualTo("for " + row.purpose());
                opened++;
            }
        }
        assertThat(opened).isEqualTo(LETTERS + 2);
    }

    private static long left(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select sum(rows_left) from platform.sealed_column");
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
