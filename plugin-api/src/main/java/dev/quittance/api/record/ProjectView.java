package dev.quittance.api.record;

import dev.quittance.api.money.Money;
import java.util.Optional;

/**
 * A project, job or service call. Immutable and thread-safe.
 *
 * @param id the host's id
 * @param name what people call it
 * @param clientId whom it is done for
 * @param stage where it stands, string-coded by the host: {@code lead}, {@code signed}, {@code in_progress}, {@code complete},
 *     {@code closed}
 * @param currency ISO 4217 code, upper case, of all money on it
 * @param contractTotal what was agreed, in {@code currency}; empty for a service call without a contract
 */
public record ProjectView(
        String id, String name, String clientId, String stage, String currency, Optional<Money> contractTotal) {
    /** The stage in which it is not agreed yet. */
    public static final String STAGE_LEAD = "lead";
    /** The stage in which it is agreed, and work has not begun. */
    public static final String STAGE_SIGNED = "signed";
    /** The stage in which it has ended: nothing more is asked for on it. */
    public static final String STAGE_CLOSED = "closed";
    /** The stage in which the work is done. */
    public static final String STAGE_COMPLETE = "complete";
    /** The stage in which work goes on. */
    public static final String STAGE_IN_PROGRESS = "in_progress";
}
