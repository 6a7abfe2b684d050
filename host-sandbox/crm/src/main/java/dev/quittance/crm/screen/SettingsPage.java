package dev.quittance.crm.screen;

import java.util.List;

/**
 * The settings.
 *
 * @param links to plugins' settings
 * @param plugins those that are installed
 * @param stray money that came for records that are gone
 * @param organisation the name
 * @param currency the usual one
 * @param language of numbers and dates
 * @param zone the time zone
 */
public record SettingsPage(
        List<ProjectPage.Action> links,
        List<Plugin> plugins,
        List<Stray> stray,
        String organisation,
        String currency,
        String language,
        String zone) {
    /**
     * A plugin.
     *
     * @param id its id
     * @param name its name
     * @param version its version
     * @param state where it stands, in words
     * @param on whether it is enabled
     */
    public record Plugin(String id, String name, String version, String state, boolean on) {}

    /**
     * Money that came for a record that is gone.
     *
     * @param record what it was paid for
     * @param amount what came, and what of it was taken back
     * @param method how
     * @param paid when
     */
    public record Stray(String record, String amount, String method, String paid) {}

    /** Copies the lists. */
    public SettingsPage {
        links = List.copyOf(links);
        plugins = List.copyOf(plugins);
        stray = List.copyOf(stray);
    }
}
