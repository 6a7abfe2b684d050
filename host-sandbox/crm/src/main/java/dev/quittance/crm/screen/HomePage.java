package dev.quittance.crm.screen;

import java.util.List;

/**
 * The start page.
 *
 * @param greeting its heading
 * @param news what the reader has not seen yet
 * @param projects the newest
 */
public record HomePage(String greeting, List<NoticeRow> news, List<ProjectRow> projects) {
    /** Copies the lists. */
    public HomePage {
        news = List.copyOf(news);
        projects = List.copyOf(projects);
    }
}
