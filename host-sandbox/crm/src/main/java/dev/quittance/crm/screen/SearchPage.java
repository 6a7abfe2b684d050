package dev.quittance.crm.screen;

import java.util.List;

/**
 * What was found.
 *
 * @param query as typed
 * @param groups by kind of record, empty ones included
 */
public record SearchPage(String query, List<Group> groups) {
    /** Copies the groups. */
    public SearchPage {
        groups = List.copyOf(groups);
    }

    /**
     * Records of one kind.
     *
     * @param label the kind
     * @param hits what was found of it
     */
    public record Group(String label, List<Hit> hits) {
        /** Copies the hits. */
        public Group {
            hits = List.copyOf(hits);
        }
    }

    /**
     * A record.
     *
     * @param href its page
     * @param name its name
     * @param more words that tell it from others
     */
    public record Hit(String href, String name, String more) {}

    static SearchPage blank() {
        return new SearchPage("", List.of());
    }

    /** How many were found, in words. */
    public String count() {
        int all = groups.stream().mapToInt(group -> group.hits().size()).sum();
        return all == 0 ? "Nothing found" : all == 1 ? "1 found" : all + " found";
    }
}
