package dev.quittance.stripe.testhost;

import dev.quittance.api.host.Installation;
import java.net.URI;
import java.util.Set;

/** Where a test's host says that it is. */
public record TestInstallation(
        Set<String> keyFingerprints, URI publicUrl, String databaseAddress, String databaseIdentity)
        implements Installation {
    /** Where every test begins. */
    public static final TestInstallation USUAL =
            new TestInstallation(Set.of("key-1"), URI.create("https://crm.test"), "jdbc:test:there", "cluster-1/100");

    /** The same with these keys. */
    public TestInstallation keys(String... fingerprints) {
        return new TestInstallation(Set.of(fingerprints), publicUrl, databaseAddress, databaseIdentity);
    }

    /** The same at this address. */
    public TestInstallation at(String url) {
        return new TestInstallation(keyFingerprints, URI.create(url), databaseAddress, databaseIdentity);
    }

    /** The same with its database there. */
    public TestInstallation on(String address) {
        return new TestInstallation(keyFingerprints, publicUrl, address, databaseIdentity);
    }

    /** The same with a database that says this of itself. */
    public TestInstallation named(String identity) {
        return new TestInstallation(keyFingerprints, publicUrl, databaseAddress, identity);
    }
}
