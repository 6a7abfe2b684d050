package dev.quittance.api.rest;

import dev.quittance.api.ImplementedByPlugin;
import java.util.Set;
import org.pf4j.ExtensionPoint;

/**
 * Jakarta REST resources of a plugin, mounted at {@code /api/plugins/{plugin}/…} in an application of their own. Callers are
 * signed in and have the permission that each resource method names by {@link RequiresPermission}; {@code
 * SecurityContext.getUserPrincipal()} is an {@link ActorPrincipal}. Entities are JSON of records, lists and maps. Must be
 * thread-safe.
 *
 * <p>A POST may name itself by {@code Idempotency-Key}, 16 to 128 visible ASCII characters. The host gives the first answer again,
 * and passes the header on: a resource makes its submission key from it (a hash, which fits), since the host may die after the
 * plugin's commit and before it has kept the answer. Then the same call comes again.
 */
@ImplementedByPlugin
public interface RestModule extends ExtensionPoint {
    /** Resource instances, made once. */
    Set<Object> resources();
}
