package dev.quittance.trials.process;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Data folders and databases that are copied while nobody uses them: embedded ones lie in the folder, those of a server are named after
 * it.
 */
final class Backup implements AutoCloseable {
    private final Optional<EmbeddedPostgres> postgres;

    private Backup(Optional<EmbeddedPostgres> postgres) {
        this.postgres = postgres;
    }

    static Backup embedded() {
        return new Backup(Optional.empty());
    }

    static Backup onServer() {
        try {
            return new Backup(Optional.of(EmbeddedPostgres.start()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isOnServer() {
        return postgres.isPresent();
    }

    /** The options that lead a sandbox to the database of this folder. */
    List<String> options(Path data) {
        return postgres.map(server -> List.of("--db", server.getJdbcUrl("postgres", name(data))))
                .orElse(List.of());
    }

    /** Makes an empty one. */
    void make(Path data) {
        run("create database " + name(data));
    }

    /** Makes the second one just what the first one is, whatever it was before. */
    void copy(Path from, Path to) {
        run("drop database if exists " + name(to), "create database " + name(to) + " template " + name(from));
        try {
            remove(to);
            for (Path file : walk(from)) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> files = new ArrayList<>(walk(folder));
            files.sort(Comparator.reverseOrder());
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    private static List<Path> walk(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().collect(Collectors.toList());
        }
    }

    private void run(String... statements) {
        if (postgres.isEmpty()) {
            return;
        }
        try (Connection connection = postgres.get().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                boolean rows = statement.execute(one);
                assert !rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(Path data) {
        return "db_" + data.getFileName();
    }

    @Override
    public void close() {
        postgres.ifPresent(server -> {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
