package dev.quittance.trials.simulation;

import dev.quittance.api.identity.OrgId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The host's records of one kind, as its office changes them. One run has one thread. */
final class Shelf<T> {
    private final Map<String, T> byKey = new TreeMap<>();

    void put(OrgId org, String id, T record) {
        byKey.put(key(org, id), record);
    }

    Optional<T> find(OrgId org, String id) {
        return Optional.ofNullable(byKey.get(key(org, id)));
    }

    List<T> list(OrgId org) {
        return byKey.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(key(org, "")))
                .map(Map.Entry::getValue)
                .toList();
    }

    void remove(OrgId org, String id) {
        if (byKey.remove(key(org, id)) == null) {
            throw new IllegalStateException("no such record: " + id);
        }
    }

    private static String key(OrgId org, String id) {
        return org + "/" + id;
    }
}
