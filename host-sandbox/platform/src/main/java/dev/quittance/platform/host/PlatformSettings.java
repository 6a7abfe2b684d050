package dev.quittance.platform.host;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How the platform is to run. Made with {@link #of} and refined by the {@code with…} methods. Immutable and thread-safe.
 *
 * @param dataDirectory where plugins are unpacked: {@code plugins/<id>/<version>-<sha8>/}
 * @param installationKeys what secrets are sealed with
 * @param originSubstitutions origins that a sandbox leads elsewhere: a request or redirect that a manifest declares for the first goes to the second
 * @param without developer switches: {@link #WEBHOOKS}, {@link #REREADING}, {@link #RETURN_PAGE}, {@link #JOBS}
 * @param nodeName this node among several on one database
 * @param schemaPrefix stands before the names of all schemas, so that several installations share one database; usually empty
 */
public record PlatformSettings(
        Path dataDirectory,
        InstallationKeys installationKeys,
        Map<URI, URI> originSubstitutions,
        Set<String> without,
        String nodeName,
        String schemaPrefix) {
    /** Switches webhooks off: each is answered 503. */
    public static final String WEBHOOKS = "webhooks";
    /** Switches off the recurring jobs by which a plugin looks for itself: {@code sweep} and {@code operations}. */
    public static final String REREADING = "rereading";
    /** Switches off the pages a payer returns to: {@code GET /<prefix>/…/done} is answered 503. */
    public static final String RETURN_PAGE = "return-page";

    /** Switches this node's jobs off: work is kept, and done by another node or after the next start. */
    public static final String JOBS = "jobs";

    private static final Set<String> SWITCHES = Set.of(WEBHOOKS, REREADING, RETURN_PAGE, JOBS);

    /** Copies the collections; refuses an unknown switch and a prefix that is not plain lower case. */
    public PlatformSettings {
        Objects.requireNonNull(dataDirectory, "dataDirectory");
        Objects.requireNonNull(installationKeys, "installationKeys");
        originSubstitutions = Map.copyOf(originSubstitutions);
        without = Set.copyOf(without);
        if (!SWITCHES.containsAll(without)) {
            throw new IllegalArgumentException("switches are " + SWITCHES + ": " + without);
        }
        if (!nodeName.matches("[A-Za-z0-9._-]{1,64}") || !schemaPrefix.matches("([a-z][a-z0-9_]{0,20})?")) {
            throw new IllegalArgumentException("node or schema prefix: " + nodeName + ", " + schemaPrefix);
        }
    }

    /** A single node with nothing switched off or led elsewhere. */
    public static PlatformSettings of(Path dataDirectory, InstallationKeys installationKeys) {
        return new PlatformSettings(dataDirectory, installationKeys, Map.of(), Set.of(), "node-1", "");
    }

    /** The same settings with origins led elsewhere. */
    public PlatformSettings withOriginSubstitutions(Map<URI, URI> substitutions) {
        return new PlatformSettings(dataDirectory, installationKeys, substitutions, without, nodeName, schemaPrefix);
    }

    /** The same settings with these things switched off. */
    public PlatformSettings without(Set<String> switches) {
        return new PlatformSettings(
                dataDirectory, installationKeys, originSubstitutions, switches, nodeName, schemaPrefix);
    }

    /** The same settings for a node of this name. */
    public PlatformSettings withNodeName(String name) {
        return new PlatformSettings(dataDirectory, installationKeys, originSubstitutions, without, name, schemaPrefix);
    }

    /** The same settings with this before the names of all schemas. */
    public PlatformSettings withSchemaPrefix(String prefix) {
        return new PlatformSettings(dataDirectory, installationKeys, originSubstitutions, without, nodeName, prefix);
    }
}
