package dev.quittance.trials.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks into the embedded database of a sandbox that has stopped. */
final class EmbeddedBooks {
    private static final String SUFFIX = ".mv.db";

    private EmbeddedBooks() {}

    static long count(Path data, String sql) throws SQLException {
        try (Connection connection = open(data);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Whether there is one: a sandbox may keep its data elsewhere. */
    static boolean isThere(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.anyMatch(file -> file.toString().endsWith(SUFFIX));
        }
    }

    /** The first column of every row. */
    static List<String> list(Path data, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = open(data);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /** Everything in it as SQL. */
    static void dump(Path data, Path file) throws SQLException {
        try (Connection connection = open(data);
                Statement statement = connection.createStatement()) {
            statement.execute("script to '" + file + "'");
        }
    }

    private static Connection open(Path data) throws SQLException {
        try (Stream<Path> files = Files.walk(data)) {
            String database = files.map(Path::toString)
                    .filter(name -> name.endsWith(SUFFIX))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no database in " + data));
            String path = Path.of(database.substring(0, database.length() - SUFFIX.length()))
                    .toAbsolutePath()
                    .toString();
            return DriverManager.getConnection(
                    "jdbc:h2:file:" + path
                            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;IFEXISTS=TRUE",
                    "sa",
                    "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
