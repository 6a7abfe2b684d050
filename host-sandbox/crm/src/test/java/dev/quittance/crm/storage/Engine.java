package dev.quittance.crm.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;

/** The databases that storage is tested on. Each {@link #open} gives empty tables of its own. */
public enum Engine {
    /** In memory. */
    H2,
    /** Real binaries, one server for all tests of a run. */
    POSTGRESQL;

    private static final AtomicInteger OPENED = new AtomicInteger();

    /** A database of this kind with empty tables. */
    public Database open() {
        return Database.open(address(), "t" + OPENED.incrementAndGet() + "_");
    }

    String address() {
        return this == H2 ? "jdbc:h2:mem:crm;DB_CLOSE_DELAY=-1" : Server.ONE.getJdbcUrl("postgres", "postgres");
    }

    private static final class Server {
        static final EmbeddedPostgres ONE = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
