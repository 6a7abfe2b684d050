package dev.quittance.stripe.request;

import dev.quittance.api.ui.Notice;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;

/** Why nothing can be asked for on a record, whoever asks. */
enum Obstacle {
    /** The invoice was not sent yet. */
    DRAFT,
    /** The invoice was taken back. */
    VOID,
    /** The invoice comes to nothing. */
    ZERO,
    /** The project has ended. */
    CLOSED;

    /** The same above a form that cannot be filled in. */
    Notice notice() {
        return new Notice(Tone.WARNING, words());
    }

    /** What whoever asks reads. */
    Text words() {
        return switch (this) {
            case DRAFT ->
                Text.of(
                        "error.nothing_to_collect.draft",
                        "This invoice is a draft that nobody owes yet. Nothing to collect, so no link is made. Send the invoice first.");
            case VOID ->
                Text.of(
                        "error.nothing_to_collect.void",
                        "This invoice was taken back. Nothing to collect, so no link is made.");
            case ZERO ->
                Text.of(
                        "error.nothing_to_collect.zero",
                        "This invoice comes to nothing. Nothing to collect, so no link is made.");
            case CLOSED ->
                Text.of(
                        "error.nothing_to_collect.closed",
                        "This project is closed, so nothing more can be asked for. No link is made. Reopen the project first.");
        };
    }
}
