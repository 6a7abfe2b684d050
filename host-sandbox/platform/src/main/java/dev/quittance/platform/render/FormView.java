package dev.quittance.platform.render;

import java.util.List;

/**
 * A form ready to show.
 *
 * @param id names it within its page
 * @param title what it is for
 * @param action where it is sent
 * @param notices what to know first
 * @param fields the questions
 * @param submit the words on the button
 * @param guard what the host adds
 */
public record FormView(
        String id,
        String title,
        String action,
        List<CalloutView> notices,
        List<FieldView> fields,
        String submit,
        Guard guard) {
    /** Copies the lists. */
    public FormView {
        notices = List.copyOf(notices);
        fields = List.copyOf(fields);
    }

    /** The fields with something wrong, for the summary. */
    public List<FieldView> wrong() {
        return fields.stream().filter(field -> !field.error().isEmpty()).toList();
    }

    /** Whether some choice changes what the other fields say, so that the form can be shown anew for it. */
    public boolean hasChoices() {
        return guard.canShowAgain()
                && fields.stream().anyMatch(field -> field.type().equals("choice"));
    }

    /**
     * What the host adds to a form.
     *
     * @param csrf the session's token; empty on public pages
     * @param submission names this showing
     * @param types what the typed fields are, to read them when they come back
     * @param canShowAgain whether the plugin can fill it anew for a choice
     */
    public record Guard(String csrf, String submission, String types, boolean canShowAgain) {}
}
