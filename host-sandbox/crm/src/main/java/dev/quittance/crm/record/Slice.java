package dev.quittance.crm.record;

import java.util.List;
import java.util.Optional;

/**
 * Some rows of a long list.
 *
 * @param rows in order
 * @param next where the following ones begin; empty at the end
 */
public record Slice<T>(List<T> rows, Optional<String> next) {
    /** Copies the rows. */
    public Slice {
        rows = List.copyOf(rows);
    }
}
