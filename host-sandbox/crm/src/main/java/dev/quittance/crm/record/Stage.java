package dev.quittance.crm.record;

import java.util.Locale;
import java.util.Optional;

/** Where a project stands. */
public enum Stage {
    /** Asked for, not agreed. */
    LEAD("Lead"),
    /** Agreed. */
    SIGNED("Signed"),
    /** Work goes on. */
    IN_PROGRESS("In progress"),
    /** Work is done. */
    COMPLETE("Complete"),
    /** It has ended: nothing more is asked for on it. */
    CLOSED("Closed");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    /** As people read it. */
    public String label() {
        return label;
    }

    /** As plugins and the database spell it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The stage that follows in the usual course; empty after the last. */
    public Optional<Stage> next() {
        return ordinal() + 1 < values().length ? Optional.of(values()[ordinal() + 1]) : Optional.empty();
    }

    static Stage ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
