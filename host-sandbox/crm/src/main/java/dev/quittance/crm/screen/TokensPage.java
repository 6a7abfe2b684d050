package dev.quittance.crm.screen;

import java.util.List;
import java.util.Optional;

/**
 * A user's tokens.
 *
 * @param rows newest first
 * @param made the token that was just made, to be read this once
 * @param name as typed before
 * @param error what was wrong with it; empty for nothing
 */
public record TokensPage(List<Row> rows, Optional<String> made, String name, String error) {
    /** Copies the rows. */
    public TokensPage {
        rows = List.copyOf(rows);
    }

    /**
     * A token.
     *
     * @param id to revoke it by
     * @param name what its owner calls it
     * @param since when it was made
     * @param used when a program last came in with it
     */
    public record Row(String id, String name, Moment since, Optional<Moment> used) {}

    @Override
    public String toString() {
        return "TokensPage[" + rows.size() + "]";
    }
}
