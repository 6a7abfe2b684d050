package dev.quittance.platform.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.quittance.platform.extension.Calls;
import dev.quittance.platform.sample.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SchemaDataSourceIT {

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void connections_have_the_plugins_schema_and_go_back_without_it(TestDatabase database) throws Exception {
        try (HikariDataSource pool = database.open();
                Calls calls = new Calls()) {
            pool.getHikariConfigMXBean().setMaximumPoolSize(1);
            prepare(pool);
            SchemaDataSource plugins = new SchemaDataSource(pool, "plugin_a", usual(pool), calls, 2);

            try (Connection connection = plugins.getConnection()) {
                connection.setAutoCommit(false);
                execute(connection, "insert into note values (1)");
            }

            try (Connection connection = pool.getConnection()) {
                assertThat(connection.getAutoCommit()).isTrue();
                assertThat(connection.getSchema()).isEqualTo("public");
                assertThat(count(connection, "plugin_a.note")).isZero();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_is_out_is_taken_back_when_the_plugin_is_switched_off(TestDatabase database) throws Exception {
        try (HikariDataSource pool = database.open();
                Calls calls = new Calls()) {
            prepare(pool);
            SchemaDataSource plugins = new SchemaDataSource(pool, "plugin_a", usual(pool), calls, 2);
            Connection leaked = plugins.getConnection();
            leaked.setAutoCommit(false);
            execute(leaked, "insert into note values (1)");

            plugins.close();

            assertThat(leaked.isClosed()).isTrue();
            assertThatThrownBy(() -> execute(leaked, "insert into note values (2)"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(plugins::getConnection).isInstanceOf(IllegalStateException.class);
            try (Connection connection = pool.getConnection()) {
                assertThat(count(connection, "plugin_a.note")).isZero();
            }
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }

    private static void prepare(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            execute(connection, "create schema plugin_a");
            execute(connection, "create table plugin_a.note (note_id int primary key)");
        }
    }

    private static String usual(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return connection.getSchema();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            assertThat(rows.next()).isTrue();
            return rows.getInt(1);
        }
    }
}
