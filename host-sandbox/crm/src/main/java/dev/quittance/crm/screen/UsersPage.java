package dev.quittance.crm.screen;

import java.util.List;

/**
 * The users of an organisation.
 *
 * @param rows by name
 * @param roles what they can be
 */
public record UsersPage(List<Row> rows, List<FormPage.Choice> roles) {
    /** Copies the lists. */
    public UsersPage {
        rows = List.copyOf(rows);
        roles = List.copyOf(roles);
    }

    /**
     * A user.
     *
     * @param id unique within the organisation
     * @param name their name
     * @param login what they sign in with
     * @param role what they are
     * @param active whether they may sign in
     * @param self whether it is the reader
     */
    public record Row(String id, String name, String login, String role, boolean active, boolean self) {}
}
