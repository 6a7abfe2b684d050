package dev.quittance.stripe.installation;

import dev.quittance.api.host.Installation;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where and by what an installation runs. Immutable and thread-safe.
 *
 * @param keys fingerprints of the host's keys
 * @param publicUrl scheme, host and port as they are compared: without a port on this machine itself
 * @param databaseAddress where the database is
 * @param databaseIdentity what it says of itself; may be empty
 */
record Identity(Set<String> keys, String publicUrl, String databaseAddress, String databaseIdentity) {
    static final String KEY = "key";
    static final String ADDRESS = "address";
    static final String DATABASE = "database";

    Identity {
        keys = Set.copyOf(keys);
    }

    static Identity of(Installation now) {
        return new Identity(
                now.keyFingerprints(), address(now.publicUrl()), now.databaseAddress(), now.databaseIdentity());
    }

    /** As they are stored: in order, separated by spaces. */
    static Set<String> keys(String stored) {
        return Arrays.stream(stored.split(" ")).filter(key -> !key.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    String storedKeys() {
        return String.join(" ", new TreeSet<>(keys));
    }

    /**
     * In what the installation of now differs from this one, as stable words; empty if it is the same. A key that takes another's place is
     * there together with it for a while, so one in common will do. What a database does not say of itself cannot differ.
     */
    List<String> differences(Identity now) {
        List<String> differences = new ArrayList<>();
        if (Collections.disjoint(keys, now.keys)) {
            differences.add(KEY);
        }
        if (!publicUrl.equals(now.publicUrl)) {
            differences.add(ADDRESS);
        }
        boolean isOther = !databaseIdentity.isEmpty()
                && !now.databaseIdentity.isEmpty()
                && !databaseIdentity.equals(now.databaseIdentity);
        if (isOther || !databaseAddress.equals(now.databaseAddress)) {
            differences.add(DATABASE);
        }
        return differences;
    }

    /** This, with what the database said of itself before where it says nothing now. */
    Identity after(Identity before) {
        return databaseIdentity.isEmpty()
                ? new Identity(keys, publicUrl, databaseAddress, before.databaseIdentity)
                : this;
    }

    /** A host on this machine itself takes any port that is free. */
    private static String address(URI url) {
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        boolean isLoopback = host.equals("localhost")
                || host.endsWith(".localhost")
                || host.startsWith("127.")
                || host.equals("[::1]");
        int port = url.getPort() >= 0 ? url.getPort() : scheme.equals("http") ? 80 : 443;
        return isLoopback ? scheme + "://loopback" : scheme + "://" + host + ":" + port;
    }
}
