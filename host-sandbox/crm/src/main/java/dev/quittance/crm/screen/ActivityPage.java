package dev.quittance.crm.screen;

import java.util.List;
import java.util.Optional;

/**
 * What everybody did.
 *
 * @param rows newest first
 * @param next the address of what is older, if there is more
 */
public record ActivityPage(List<ActivityRow> rows, Optional<String> next) {
    /** Copies the rows. */
    public ActivityPage {
        rows = List.copyOf(rows);
    }
}
