package dev.quittance.crm.screen;

import dev.quittance.platform.screen.ActionLink;
import java.util.List;

/**
 * A project's page.
 *
 * @param name what people call it
 * @param client its client's name
 * @param clientHref its client's page
 * @param clientEmail where mail goes, or words that say there is no address
 * @param stage where it stands
 * @param stageStyle the look of the stage
 * @param contractTotal formatted, or words that say there is none
 * @param since the date it was entered
 * @param marks badges of plugins
 * @param figures how it stands
 * @param invoices those that bill it
 * @param newInvoice the address of the form for one more; empty if the reader may not
 * @param panels what plugins show at the top, as HTML that is escaped already
 * @param actions what plugins offer to do
 * @param desk what can be done with it, and how far it has come
 * @param relatedLists what plugins show, as HTML that is escaped already
 */
public record ProjectPage(
        String name,
        String client,
        String clientHref,
        String clientEmail,
        String stage,
        String stageStyle,
        String contractTotal,
        String since,
        List<Mark> marks,
        FiguresView figures,
        List<InvoiceRow> invoices,
        String newInvoice,
        List<String> panels,
        List<Action> actions,
        ProjectDesk desk,
        List<String> relatedLists) {
    /**
     * A link that a plugin put there.
     *
     * @param label its words
     * @param href its path
     * @param primary whether it is the main thing to do
     */
    public record Action(String label, String href, boolean primary) {
        static Action of(ActionLink link) {
            return new Action(link.label(), link.href(), link.primary());
        }
    }

    /** Copies the lists. */
    public ProjectPage {
        marks = List.copyOf(marks);
        invoices = List.copyOf(invoices);
        panels = List.copyOf(panels);
        actions = List.copyOf(actions);
        relatedLists = List.copyOf(relatedLists);
    }
}
