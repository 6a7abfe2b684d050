package dev.quittance.crm.screen;

import java.util.List;

/**
 * A client's page.
 *
 * @param name their name
 * @param email where mail goes, or words that say there is no address
 * @param phone a dash where there is none
 * @param language in which they are written to
 * @param since the date they were entered
 * @param path their page
 * @param editable whether the reader may change them
 * @param contacts the people there
 * @param alike how many others might be the same
 * @param activity what was done with them
 * @param projects theirs
 * @param invoices their newest
 * @param actions what plugins offer to do
 * @param relatedLists what plugins show, as HTML that is escaped already
 */
public record ClientPage(
        String name,
        String email,
        String phone,
        String language,
        String since,
        String path,
        boolean editable,
        List<ContactRow> contacts,
        int alike,
        List<ActivityRow> activity,
        List<ProjectRow> projects,
        List<InvoiceRow> invoices,
        List<ProjectPage.Action> actions,
        List<String> relatedLists) {
    /** Copies the lists. */
    public ClientPage {
        contacts = List.copyOf(contacts);
        activity = List.copyOf(activity);
        projects = List.copyOf(projects);
        invoices = List.copyOf(invoices);
        actions = List.copyOf(actions);
        relatedLists = List.copyOf(relatedLists);
    }

    /**
     * A person at the client's.
     *
     * @param id the contact's
     * @param name their name
     * @param job what they are there; empty if it is not known
     * @param email a dash where there is none
     * @param phone a dash where there is none
     * @param primary whether to ask them first
     */
    public record ContactRow(String id, String name, String job, String email, String phone, boolean primary) {}
}
