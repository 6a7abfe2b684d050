package dev.quittance.platform.service;

import dev.quittance.api.host.Installation;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where and by what this host runs, read once. */
record HostFacts(Set<String> keyFingerprints, URI publicUrl, String databaseAddress, String databaseIdentity)
        implements Installation {
    private static final Logger LOG = LoggerFactory.getLogger(HostFacts.class);

    private static final String OF_POSTGRESQL =
            "select (select system_identifier from pg_control_system()) || '/' || oid"
                    + " from pg_database where datname = current_database()";

    HostFacts {
        keyFingerprints = Set.copyOf(keyFingerprints);
    }

    static HostFacts read(DataSource dataSource, URI publicUrl, Set<String> keyFingerprints) {
        try (Connection connection = dataSource.getConnection()) {
            boolean postgresql =
                    connection.getMetaData().getDatabaseProductName().equalsIgnoreCase("postgresql");
            String address = addressOf(connection.getMetaData().getURL());
            return new HostFacts(keyFingerprints, publicUrl, address, postgresql ? identity(connection) : "");
        } catch (SQLException e) {
            throw new IllegalStateException("the host's database does not say where it is", e);
        }
    }

    /** Without parameters and without who signs in. */
    static String addressOf(String jdbcUrl) {
        return jdbcUrl.replaceFirst("[?;].*$", "").replaceFirst("//[^/@]*@", "//");
    }

    /** A server may keep its identifier from a role without rights: then its address is what there is. */
    private static String identity(Connection connection) {
        try (PreparedStatement select = connection.prepareStatement(OF_POSTGRESQL);
                ResultSet rows = select.executeQuery()) {
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException e) {
            LOG.info("the database does not tell its identity: {}", e.getSQLState());
            return "";
        }
    }
}
