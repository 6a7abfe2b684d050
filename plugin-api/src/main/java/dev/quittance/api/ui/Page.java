package dev.quittance.api.ui;

import dev.quittance.api.identity.OrgId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A page as data. Immutable and thread-safe.
 *
 * @param title its one heading
 * @param blocks its parts, in order
 * @param refreshAfter how long to wait before showing it anew by itself; empty to leave it
 * @param org whose page it is, for the name and look of a public page; empty for a page of nobody's
 */
public record Page(Text title, List<Block> blocks, Optional<Duration> refreshAfter, Optional<OrgId> org) {
    /** Copies the blocks. */
    public Page {
        Objects.requireNonNull(title, "title");
        blocks = List.copyOf(blocks);
    }

    /** A page that stays as it is. */
    public static Page of(Text title, Block... blocks) {
        return new Page(title, List.of(blocks), Optional.empty(), Optional.empty());
    }

    /** The same page, shown anew after a while. */
    public Page refreshedAfter(Duration wait) {
        return new Page(title, blocks, Optional.of(wait), org);
    }

    /** The same page, in the name of an organisation. */
    public Page of(OrgId whose) {
        return new Page(title, blocks, refreshAfter, Optional.of(whose));
    }
}
