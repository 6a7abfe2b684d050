package dev.quittance.api.identity;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * A signed-in user of the host, as far as plugins need to know. The host has checked the permission that a screen or action
 * names before it calls; a plugin checks again before it moves money. Immutable and thread-safe.
 *
 * @param userId the host's id of the user, unique within the organisation
 * @param name how colleagues call them
 * @param org the organisation they act for
 * @param permissions what they may do, for example {@code stripe-payments.request}
 * @param locale how they read numbers and dates
 * @param zone the time zone in which they read dates
 */
public record Actor(String userId, String name, OrgId org, Set<String> permissions, Locale locale, ZoneId zone) {
    /** Copies the permissions. */
    public Actor {
        Objects.requireNonNull(userId, "userId");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(org, "org");
        Objects.requireNonNull(locale, "locale");
        Objects.requireNonNull(zone, "zone");
        permissions = Set.copyOf(permissions);
    }

    /** Whether the user may do this. */
    public boolean may(String permission) {
        return permissions.contains(permission);
    }
}
