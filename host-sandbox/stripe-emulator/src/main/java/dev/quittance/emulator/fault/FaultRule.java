package dev.quittance.emulator.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.port.SeededChance;

/** A rule at work: it counts, and throws its own dice. Guarded by the local Stripe's lock. */
public final class FaultRule {
    private final String id;
    private final FaultSpec spec;
    private final SeededChance dice;
    private long matched;
    private long fired;

    FaultRule(String id, FaultSpec spec) {
        this.id = id;
        this.spec = spec;
        this.dice = new SeededChance(spec.seed());
    }

    public String id() {
        return id;
    }

    public FaultSpec spec() {
        return spec;
    }

    public long fired() {
        return fired;
    }

    /** Takes note of a match; true if it is one that suffers. */
    boolean strikes() {
        matched++;
        boolean over = spec.count() > 0 && fired >= spec.count();
        if (over || matched < spec.nth() || below(100) >= spec.percent()) {
            return false;
        }
        fired++;
        return true;
    }

    /** A number from 0 to below the bound. */
    long below(long bound) {
        return Long.remainderUnsigned(dice.nextLong(), bound);
    }

    ObjectNode toJson() {
        ObjectNode node = spec.toJson();
        node.put("id", id);
        node.put("matched", matched);
        node.put("fired", fired);
        return node;
    }
}
