package dev.quittance.platform.extension;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a plugin declares in the {@code plugin.json} of its zip. Immutable and thread-safe.
 *
 * @param id its id, also the name of its schema
 * @param version its version
 * @param name its name for people
 * @param pluginClass its {@code CrmPlugin}
 * @param network where it may talk and lead people to
 * @param publicPrefixes first parts of the paths of its public pages
 * @param webhooks whether it takes webhooks
 * @param permissions what people may be allowed to do in it
 * @param sealed where it keeps what is sealed for it; empty if it does not say, as the first plugins did not
 */
public record PluginManifest(
        String id,
        String version,
        String name,
        String pluginClass,
        Network network,
        Set<String> publicPrefixes,
        boolean webhooks,
        List<Permission> permissions,
        Optional<List<SealedColumn>> sealed) {
    /** Copies the collections. */
    public PluginManifest {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(pluginClass, "pluginClass");
        Objects.requireNonNull(network, "network");
        publicPrefixes = Set.copyOf(publicPrefixes);
        permissions = List.copyOf(permissions);
        sealed = sealed.map(List::copyOf);
    }

    /** Whether it has a permission of this id. */
    public boolean declaresPermission(String permission) {
        return permissions.stream().anyMatch(one -> one.id().equals(permission));
    }

    /**
     * Where a plugin may talk and lead people to.
     *
     * @param egress origins it may send requests to
     * @param redirects origins it may lead people to
     */
    public record Network(List<URI> egress, List<URI> redirects) {
        /** Copies the lists. */
        public Network {
            egress = List.copyOf(egress);
            redirects = List.copyOf(redirects);
        }
    }

    /**
     * Something people may be allowed to do.
     *
     * @param id its id, for example {@code stripe-payments.view}
     * @param label its name for people
     * @param roles the host's roles that have it by default
     */
    public record Permission(String id, String label, List<String> roles) {
        /** Copies the list. */
        public Permission {
            roles = List.copyOf(roles);
        }
    }
}
