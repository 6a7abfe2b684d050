package dev.quittance.crm.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** JDBC addresses as the CRM uses them. */
public final class DatabaseAddress {
    private static final String H2 = "jdbc:h2:";
    private static final String POSTGRES = "jdbc:postgresql:";
    /** Without these the same SQL means something else on H2. */
    private static final List<String> SAME_AS_POSTGRES =
            List.of("MODE=PostgreSQL", "DATABASE_TO_LOWER=TRUE", "DEFAULT_NULL_ORDERING=HIGH");
    /** H2 otherwise answers a commit up to half a second before it is on disk. */
    private static final String COMMIT_IS_ON_DISK = "WRITE_DELAY=0";

    private static final String OWNER = "USER=sa";
    /** H2 otherwise closes itself as soon as the program is asked to stop, under the hands of whoever still finishes. */
    private static final String CLOSED_BY_US = "DB_CLOSE_ON_EXIT=FALSE";

    private DatabaseAddress() {}

    /** The embedded database in a folder. */
    public static String embedded(Path folder) {
        return H2 + "file:" + folder.toAbsolutePath().normalize().resolve("crm");
    }

    /** Whether it is the address of a database that the CRM can use. */
    public static boolean isKnown(String address) {
        return isPostgres(address) || address.startsWith(H2);
    }

    /** The address with what H2 needs; a PostgreSQL address is left as it is. */
    static String complete(String address) {
        if (isPostgres(address)) {
            return address;
        }
        if (!isKnown(address)) {
            throw new IllegalArgumentException("the database must be H2 (jdbc:h2:…) or PostgreSQL (jdbc:postgresql:…)");
        }
        StringBuilder complete = new StringBuilder(address);
        for (String option : SAME_AS_POSTGRES) {
            append(complete, option);
        }
        // Whoever opens a database first owns it, and H2's own tools come as sa.
        append(complete, OWNER);
        if (!address.startsWith(H2 + "mem:")) {
            append(complete, COMMIT_IS_ON_DISK);
            append(complete, CLOSED_BY_US);
        }
        return complete.toString();
    }

    static boolean isPostgres(String address) {
        return address.startsWith(POSTGRES);
    }

    private static void append(StringBuilder address, String option) {
        String name = option.substring(0, option.indexOf('=') + 1).toUpperCase(Locale.ROOT);
        if (!address.toString().toUpperCase(Locale.ROOT).contains(";" + name)) {
            address.append(';').append(option);
        }
    }
}
