package dev.quittance.crm.screen;

import java.util.List;
import java.util.Optional;

/**
 * A page of the projects.
 *
 * @param rows newest first
 * @param next the address of the next page, if there is one
 * @param editable whether the reader may add one
 */
public record ProjectsPage(List<ProjectRow> rows, Optional<String> next, boolean editable) {
    /** Copies the rows. */
    public ProjectsPage {
        rows = List.copyOf(rows);
    }
}
