package dev.quittance.api.host;

import dev.quittance.api.ImplementedByHost;
import java.net.URI;
import java.util.Set;

/**
 * Where and by what this host runs, so that a plugin notices when it finds itself on a restored backup or on a copy of its database. The
 * facts are read once, when the plugin is enabled, and are the same on every node of an installation that is set up alike. None of them is
 * a secret; none of them is to leave the host. Immutable and thread-safe.
 */
@ImplementedByHost
public interface Installation {
    /**
     * A fingerprint for each key that the installation has: one in usual times, more while one takes the place of another. Two moments
     * with one in common are of one installation. Never empty, and nothing of a key can be told from them.
     */
    Set<String> keyFingerprints();

    /** The address at which people outside reach the host: scheme, host and port. */
    URI publicUrl();

    /** Where the database is, as the host names it: its JDBC address without parameters, users and passwords. Never empty. */
    String databaseAddress();

    /**
     * What the database says of itself, the same for as long as it is not made anew: on PostgreSQL its cluster's system identifier and its
     * own number there. Empty where it says nothing.
     */
    String databaseIdentity();
}
