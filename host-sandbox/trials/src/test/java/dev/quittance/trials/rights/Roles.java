package dev.quittance.trials.rights;

import java.util.Map;
import java.util.Set;

/** What each role may do, written down here a second time on purpose: the host's own table must not vouch for itself. */
final class Roles {
    private static final Map<String, Set<String>> PERMISSIONS = Map.of(
            "technician", Set.of("crm.view", "stripe-payments.view", "stripe-payments.request"),
            "office",
                    Set.of(
                            "crm.view",
                            "crm.edit",
                            "stripe-payments.view",
                            "stripe-payments.request",
                            "stripe-payments.over-request",
                            "stripe-payments.refund",
                            "stripe-payments.payouts"),
            "admin",
                    Set.of(
                            "crm.view",
                            "crm.edit",
                            "crm.settings",
                            "stripe-payments.view",
                            "stripe-payments.request",
                            "stripe-payments.over-request",
                            "stripe-payments.refund",
                            "stripe-payments.payouts",
                            "stripe-payments.settings"));

    private Roles() {}

    static Set<String> all() {
        return PERMISSIONS.keySet();
    }

    /** Whether the permission is one that this table knows. */
    static boolean knows(String permission) {
        return PERMISSIONS.getOrDefault("admin", Set.of()).contains(permission);
    }

    static boolean may(String role, Listed route) {
        return route.isOpen()
                || route.access().equals(Listed.SIGNED_IN)
                || PERMISSIONS.getOrDefault(role, Set.of()).contains(route.access());
    }
}
