package dev.quittance.api.record;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import java.util.Objects;

/**
 * What was asked for on a record and has not come yet: the whole of it, not a change, so that the newest word counts whatever
 * order they come in. Immutable and thread-safe.
 *
 * @param org whose record
 * @param record the project or invoice
 * @param requested asked for and neither paid, on its way nor given up; not negative
 * @param processing on its way through a bank; not negative, in the same currency
 * @param version rises with every change of this record in this currency; a lower one than the last is old news
 */
public record Outstanding(OrgId org, RecordRef record, Money requested, Money processing, long version) {
    /** Refuses null, negative sums and two currencies. */
    public Outstanding {
        Objects.requireNonNull(org, "org");
        Objects.requireNonNull(record, "record");
        if (requested.isNegative() || processing.isNegative()) {
            throw new IllegalArgumentException("sums are not negative");
        }
        if (!requested.currency().equals(processing.currency())) {
            throw new IllegalArgumentException("one currency at a time");
        }
    }
}
