package dev.quittance.crm.screen;

import java.util.List;
import java.util.Optional;

/**
 * Two clients side by side, or one and who might be the same.
 *
 * @param one where the merge began
 * @param other the second, once chosen
 * @param choices who might be the same
 * @param query as typed to find others
 * @param problem what went wrong before
 */
public record MergePage(Side one, Optional<Side> other, List<Choice> choices, String query, Optional<String> problem) {
    /** Copies the choices. */
    public MergePage {
        choices = List.copyOf(choices);
    }

    /**
     * One of the two.
     *
     * @param id the client's
     * @param version as it was read
     * @param name their name
     * @param email or words that say there is none
     * @param phone or a dash
     * @param has what belongs to them
     * @param since when they were entered
     */
    public record Side(String id, long version, String name, String email, String phone, String has, Moment since) {}

    /**
     * Who might be the same.
     *
     * @param href shows both side by side
     * @param name their name
     * @param email or words that say there is none
     */
    public record Choice(String href, String name, String email) {}
}
