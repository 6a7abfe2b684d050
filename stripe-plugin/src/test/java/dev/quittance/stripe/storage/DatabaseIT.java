package dev.quittance.stripe.storage;

import static dev.quittance.stripe.storage.jooq.Tables.INSTALLATION_MARK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.stripe.testhost.TestClock;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestHost;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseIT {
    @ParameterizedTest
    @EnumSource
    void what_throws_is_rolled_back(TestDatabase kind) {
        try (TestHost host = TestHost.on(kind)) {
            Database database = new Database(host.database());

            assertThatThrownBy(() -> database.inTransaction(tx -> {
                        add(tx, "a");
                        throw new IllegalStateException("no");
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no");

            assertThat(count(database)).isZero();
            database.inTransaction(tx -> add(tx, "a"));
            assertThat(count(database)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_lost_race_runs_the_work_again(TestDatabase kind) {
        try (TestHost host = TestHost.on(kind)) {
            Database database = new Database(host.database());
            AtomicInteger tries = new AtomicInteger();

            int committed = database.transaction(tx -> {
                add(tx, "a");
                if (tries.incrementAndGet() < 5) {
                    throw new DataAccessException("lost", new SQLException("lost", "40001"));
                }
                return tries.get();
            });

            assertThat(committed).isEqualTo(5);
            assertThat(count(database)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void five_lost_races_are_enough_and_another_failure_is_not_a_race(TestDatabase kind) {
        try (TestHost host = TestHost.on(kind)) {
            Database database = new Database(host.database());

            assertThat(triesUntilThrown(database, "40001")).isEqualTo(5);
            assertThat(triesUntilThrown(database, "08006")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_nests_and_the_mark_goes_with_the_transaction(TestDatabase kind) {
        try (TestHost host = TestHost.on(kind)) {
            Database database = new Database(host.database());

            database.inTransaction(tx -> {
                assertThatThrownBy(() -> database.inTransaction(inner -> add(inner, "a")))
                        .isInstanceOf(IllegalStateException.class);
                assertThatThrownBy(() -> count(database)).isInstanceOf(IllegalStateException.class);
                assertThatThrownBy(() -> database.requireOutsideTransaction("a mail"))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("a mail");
            });
            host.source().crashAfterCommit(1);
            assertThatThrownBy(() -> database.inTransaction(tx -> add(tx, "b"))).isInstanceOf(Error.class);

            database.requireOutsideTransaction("a mail");
            assertThat(count(database)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_database_that_is_down_says_so(TestDatabase kind) {
        try (TestHost host = TestHost.on(kind)) {
            Database database = new Database(host.database());
            host.source().refuseConnections(1);

            assertThatThrownBy(() -> database.inTransaction(tx -> add(tx, "a")))
                    .isInstanceOf(DataAccessException.class);
            database.inTransaction(tx -> add(tx, "a"));
            assertThat(count(database)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void parallel_inserts_of_one_key_leave_one_row(TestDatabase kind) throws Exception {
        try (TestHost host = TestHost.on(kind)) {
            Database database = new Database(host.database());
            ExecutorService pool = Executors.newFixedThreadPool(6);
            AtomicInteger made = new AtomicInteger();
            try {
                Future<?>[] all = new Future<?>[30];
                for (int i = 0; i < all.length; i++) {
                    String key = "k" + (i % 3);
                    all[i] =
                            pool.submit(() -> made.addAndGet(database.transaction(tx -> tx.insertInto(INSTALLATION_MARK)
                                    .set(INSTALLATION_MARK.INSTALLATION_ID, key)
                                    .set(INSTALLATION_MARK.CREATED_AT, TestClock.START)
                                    .onConflict(INSTALLATION_MARK.INSTALLATION_ID)
                                    .doNothing()
                                    .execute())));
                }
                for (Future<?> one : all) {
                    assertThat(one.get()).isNotNull();
                }
            } finally {
                pool.shutdown();
            }

            assertThat(made.get()).isEqualTo(3);
            assertThat(count(database)).isEqualTo(3);
        }
    }

    private static int triesUntilThrown(Database database, String sqlState) {
        AtomicInteger tries = new AtomicInteger();
        assertThatThrownBy(() -> database.inTransaction(tx -> {
                    tries.incrementAndGet();
                    throw new DataAccessException("no", new SQLException("no", sqlState));
                }))
                .isInstanceOf(DataAccessException.class);
        return tries.get();
    }

    private static void add(DSLContext tx, String id) {
        int rows = tx.insertInto(INSTALLATION_MARK)
                .set(INSTALLATION_MARK.INSTALLATION_ID, id)
                .set(INSTALLATION_MARK.CREATED_AT, TestClock.START)
                .execute();
        assertThat(rows).isEqualTo(1);
    }

    private static int count(Database database) {
        return database.read(sql -> sql.fetchCount(INSTALLATION_MARK));
    }
}
