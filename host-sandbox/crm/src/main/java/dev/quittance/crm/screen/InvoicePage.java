package dev.quittance.crm.screen;

import dev.quittance.crm.document.InvoicePaper;
import java.util.List;
import java.util.Optional;

/**
 * An invoice's page.
 *
 * @param href its address
 * @param name what people call it
 * @param marks how it stands, the host's first
 * @param client whom it is for
 * @param clientHref their page
 * @param project what it bills; empty for none
 * @param projectHref its page; empty if it is gone
 * @param email where mail goes, or words that say there is no address
 * @param paper what the customer gets
 * @param figures how it stands
 * @param can what the reader may do with it now
 * @param plugins what plugins offer and show
 */
public record InvoicePage(
        String href,
        String name,
        List<Mark> marks,
        String client,
        String clientHref,
        String project,
        String projectHref,
        String email,
        InvoicePaper paper,
        FiguresView figures,
        Can can,
        Plugins plugins) {
    /**
     * What can be done.
     *
     * @param edit change its lines
     * @param issue send it out
     * @param makeVoid take it back
     * @param send mail it to the client
     */
    public record Can(boolean edit, boolean issue, boolean makeVoid, boolean send) {}

    /**
     * What plugins offer and show, as HTML that is escaped already.
     *
     * @param actions links
     * @param panels cards at the top
     * @param relatedLists cards at the end
     * @param link the first link to pay; the page shows it with its code
     */
    public record Plugins(
            List<ProjectPage.Action> actions, List<String> panels, List<String> relatedLists, Optional<Link> link) {
        /** Copies the lists. */
        public Plugins {
            actions = List.copyOf(actions);
            panels = List.copyOf(panels);
            relatedLists = List.copyOf(relatedLists);
        }
    }

    /**
     * A link for the customer.
     *
     * @param label its words
     * @param address where it leads
     * @param amount what is asked for there, formatted
     * @param code the address as a picture, SVG
     */
    public record Link(String label, String address, String amount, String code) {}

    /** Copies the list. */
    public InvoicePage {
        marks = List.copyOf(marks);
    }
}
