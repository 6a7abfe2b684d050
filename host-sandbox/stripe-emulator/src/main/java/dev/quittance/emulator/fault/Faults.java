package dev.quittance.emulator.fault;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The rules that are in force; they are gone after a restart. Guarded by the local Stripe's lock. */
public final class Faults {
    private static final int MAX_RULES = 100;

    private final List<FaultRule> rules = new ArrayList<>();
    private long lastNumber;

    /**
     * Puts a rule in force.
     *
     * @throws ApiError 400 if there are too many
     */
    public FaultRule add(FaultSpec spec) {
        if (rules.size() >= MAX_RULES) {
            throw ApiError.refused(null, "There are " + MAX_RULES + " fault rules already. Remove some first.");
        }
        lastNumber++;
        FaultRule rule = new FaultRule("fault_" + lastNumber, spec);
        rules.add(rule);
        return rule;
    }

    /** Takes a rule out of force; false if there is none of that name. */
    public boolean remove(String id) {
        return rules.removeIf(rule -> rule.id().equals(id));
    }

    public void clear() {
        rules.clear();
    }

    /** The rules, oldest first. */
    public List<FaultRule> all() {
        return List.copyOf(rules);
    }

    /** The first rule that strikes a call. */
    Optional<FaultRule> onCall(String method, String path) {
        return first(spec -> spec.matchesCall(method, path));
    }

    /** The first rule that strikes a delivery. */
    Optional<FaultRule> onDelivery(String eventType) {
        return first(spec -> spec.matchesEvent(eventType));
    }

    private Optional<FaultRule> first(Predicate<FaultSpec> matches) {
        for (FaultRule rule : rules) {
            if (matches.test(rule.spec()) && rule.strikes()) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    public ObjectNode toJson() {
        ObjectNode list = Json.object();
        ArrayNode data = list.putArray("data");
        rules.forEach(rule -> data.add(rule.toJson()));
        return list;
    }
}
