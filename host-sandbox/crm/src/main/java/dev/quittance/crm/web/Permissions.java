package dev.quittance.crm.web;

import dev.quittance.crm.identity.Role;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** What the roles may do: here, and in the plugins that are enabled. Thread-safe. */
public final class Permissions {
    /** See clients, projects, news and the inbox. */
    public static final String VIEW = "crm.view";
    /** Enter and change clients, projects and invoices. */
    public static final String EDIT = "crm.edit";
    /** Open the settings. */
    public static final String SETTINGS = "crm.settings";

    private final AtomicReference<Function<String, Set<String>>> plugins = new AtomicReference<>(role -> Set.of());

    /** From now on asks this, too: what a role may do by the plugins' manifests. */
    public void extend(Function<String, Set<String>> ofPlugins) {
        plugins.set(ofPlugins);
    }

    Set<String> of(Role role) {
        Set<String> all = new HashSet<>(Objects.requireNonNull(plugins.get()).apply(role.code()));
        all.add(VIEW);
        if (role != Role.TECHNICIAN) {
            all.add(EDIT);
        }
        if (role == Role.ADMIN) {
            all.add(SETTINGS);
        }
        return Set.copyOf(all);
    }
}
