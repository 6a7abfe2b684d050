package dev.quittance.trials.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that forces every commit to the disk: one of our own with fresh data, or one that is there. Close it. */
final class DurablePostgres implements AutoCloseable {
    private final @Nullable EmbeddedPostgres own;
    private final String url;

    private DurablePostgres(@Nullable EmbeddedPostgres own, String url) {
        this.own = own;
        this.url = url;
    }

    /** The database at this JDBC URL, or a fresh one for null. */
    static DurablePostgres open(@Nullable String url) throws IOException {
        if (url != null) {
            return new DurablePostgres(null, url);
        }
        // The binaries are meant for tests, and do not wait for the disk unless they are told to.
        EmbeddedPostgres started = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        return new DurablePostgres(started, started.getJdbcUrl("postgres", "postgres"));
    }

    String url() {
        return url;
    }

    @Override
    public void close() throws IOException {
        if (own != null) {
            own.close();
        }
    }
}
