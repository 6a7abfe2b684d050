package dev.quittance.platform.render;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;

/**
 * A page ready to show: the model of the page templates, and what the JSON form carries.
 *
 * @param title its one heading
 * @param blocks its parts
 * @param refreshSeconds after how many seconds it is shown anew; 0 for not
 * @param flash what was just done, shown once
 * @param back where the way back leads; empty for nowhere
 * @param words the platform's own words for the reader
 */
public record PageView(
        String title,
        List<BlockView> blocks,
        long refreshSeconds,
        Optional<CalloutView> flash,
        Optional<LinkView> back,
        @JsonIgnore Words words) {
    /** Copies the blocks. */
    public PageView {
        blocks = List.copyOf(blocks);
    }

    /** A page that stays, without a flash or a way back. */
    public static PageView of(String title, List<BlockView> blocks, Words words) {
        return new PageView(title, blocks, 0, Optional.empty(), Optional.empty(), words);
    }

    /** The same page with what was just done. */
    public PageView withFlash(Optional<CalloutView> what) {
        return new PageView(title, blocks, refreshSeconds, what, back, words);
    }

    /** The same page with a way back. */
    public PageView withBack(LinkView link) {
        return new PageView(title, blocks, refreshSeconds, flash, Optional.of(link), words);
    }

    /**
     * A link.
     *
     * @param label its words
     * @param href where it leads
     */
    public record LinkView(String label, String href) {}
}
