package dev.quittance.platform.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.quittance.platform.sample.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MigrationsIT {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void what_only_postgresql_knows_runs_there_alone_and_between_the_others(TestDatabase database) throws Exception {
        write("db/V0001__thing.sql", "create table thing (name varchar not null);");
        write("db-postgresql/V0002__filled.sql", "insert into thing (name) select 'by ' || current_database();");
        write("db/V0003__more.sql", "insert into thing (name) select 'after ' || count(*) from thing;");
        try (HikariDataSource pool = database.open()) {
            Migrations migrations = new Migrations(pool, "");

            migrations.migratePlugin("sample", folder.resolve("db"));
            migrations.migratePlugin("sample", folder.resolve("db"));

            boolean postgres = database == TestDatabase.POSTGRESQL;
            assertThat(first(pool, "select count(*) from plugin_sample.thing")).isEqualTo(postgres ? "2" : "1");
            assertThat(first(pool, "select name from plugin_sample.thing where name like 'after%'"))
                    .isEqualTo(postgres ? "after 1" : "after 0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_plugin_without_scripts_has_an_empty_schema(TestDatabase database) throws Exception {
        try (HikariDataSource pool = database.open()) {
            new Migrations(pool, "").migratePlugin("bare", folder.resolve("db"));

            assertThat(first(
                            pool, "select count(*) from information_schema.schemata where schema_name = 'plugin_bare'"))
                    .isEqualTo("1");
        }
    }

    private void write(String name, String sql) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, sql);
    }

    private static String first(HikariDataSource pool, String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
