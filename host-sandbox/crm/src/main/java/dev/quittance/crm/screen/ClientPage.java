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
 * @param projects theirs
 * @param actions what plugins offer to do
 * @param relatedLists what plugins show, as HTML that is escaped already
 */
public record ClientPage(
        String name,
        String email,
        String phone,
        String language,
        String since,
        List<ProjectRow> projects,
        List<ProjectPage.Action> actions,
        List<String> relatedLists) {
    /** Copies the lists. */
    public ClientPage {
        projects = List.copyOf(projects);
        actions = List.copyOf(actions);
        relatedLists = List.copyOf(relatedLists);
    }
}
