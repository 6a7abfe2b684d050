package dev.quittance.api.rest;

import dev.quittance.api.ImplementedByPlugin;
import java.util.Set;
import org.pf4j.ExtensionPoint;

/**
 * Jakarta REST resources of a plugin, mounted at {@code /api/plugins/{plugin}/…} in an application of their own. Callers are
 * signed in and have the permission that each resource method names by {@link RequiresPermission}; {@code
 * SecurityContext.getUserPrincipal()} is an {@link ActorPrincipal}. Entities are JSON of records, lists and maps. Must be
 * thread-safe.
 */
@ImplementedByPlugin
public interface RestModule extends ExtensionPoint {
    /** Resource instances, made once. */
    Set<Object> resources();
}
