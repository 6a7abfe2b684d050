package dev.quittance.trials.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SeedDatabaseTest {
    private final SeedDatabase database =
            new SeedDatabase("watched", List.of("create table operation (id int primary key);"));
    private final FailingGate gate = new FailingGate();

    /** Fails where a test says so. */
    private static final class FailingGate implements CommitGate {
        private final List<String> strayWrites = new ArrayList<>();
        private boolean failsBefore;
        private boolean failsAfter;
        private boolean dead;

        @Override
        public void beforeConnection() {
            requireAlive();
        }

        @Override
        public void beforeCommit(Transaction transaction) throws SQLException {
            if (failsBefore) {
                throw new SQLException("before");
            }
        }

        @Override
        public void afterCommit(Transaction transaction) throws SQLException {
            assertThat(transaction.insertsOperation()).isTrue();
            if (failsAfter) {
                throw new SQLException("after");
            }
        }

        @Override
        public void reads(Set<String> tables) {
            assertThat(tables).containsExactly("operation");
        }

        @Override
        public void strayWrite(String sql) {
            strayWrites.add(sql);
        }

        @Override
        public void requireAlive() {
            if (dead) {
                throw new SimulatedCrash("dead");
            }
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_commit_that_fails_leaves_nothing() {
        gate.failsBefore = true;

        assertThatThrownBy(this::insert).hasMessage("before");

        assertThat(rows()).isZero();
        assertThat(database.hasOpenTransaction()).isFalse();
    }

    @Test
    void a_commit_whose_reply_is_lost_is_stored_all_the_same() {
        gate.failsAfter = true;

        assertThatThrownBy(this::insert).hasMessage("after");

        assertThat(rows()).isOne();
    }

    @Test
    void a_process_that_dies_takes_its_open_transaction_with_it() throws SQLException {
        Connection connection = database.behind(gate).getConnection();
        connection.setAutoCommit(false);
        connection.prepareStatement("insert into operation values (1)").execute();

        assertThat(database.hasOpenTransaction()).isTrue();
        gate.dead = true;
        database.dropProcess();

        assertThat(rows()).isZero();
        assertThat(database.connectionsInUse()).isZero();
        assertThatThrownBy(() -> connection.prepareStatement("select 1")).isInstanceOf(SimulatedCrash.class);
        assertThatThrownBy(() -> database.behind(gate).getConnection()).isInstanceOf(SimulatedCrash.class);
    }

    @Test
    void a_write_outside_a_transaction_is_noticed_and_a_reading_is_not() throws SQLException {
        try (Connection connection = database.behind(gate).getConnection()) {
            connection.prepareStatement("select * from operation").executeQuery();
            assertThat(gate.strayWrites).isEmpty();
            connection.prepareStatement("delete from operation").execute();
        }

        assertThat(gate.strayWrites).containsExactly("delete from operation");
    }

    @Test
    void switching_to_auto_commit_is_a_commit_too() throws SQLException {
        gate.failsBefore = true;
        try (Connection connection = database.behind(gate).getConnection()) {
            connection.setAutoCommit(false);
            connection.prepareStatement("insert into operation values (1)").execute();

            assertThatThrownBy(() -> connection.setAutoCommit(true)).hasMessage("before");
        }

        assertThat(rows()).isZero();
    }

    private void insert() throws SQLException {
        try (Connection connection = database.behind(gate).getConnection()) {
            connection.setAutoCommit(false);
            connection.prepareStatement("insert into operation values (1)").execute();
            connection.commit();
        }
    }

    private long rows() {
        return Tables.count(database, "select count(*) from operation");
    }
}
