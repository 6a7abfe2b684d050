package dev.quittance.stripe.request;

import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.Notice;
import dev.quittance.api.ui.Text;
import java.util.List;

/** A form while nobody can be asked, or nothing is left to ask for: why, and nothing to fill in for nothing. */
final class BlockedForm {
    private BlockedForm() {}

    static Form of(String id, Text title, Notice why) {
        return new Form(id, title, List.of(why), List.of(), Text.of("request.look_again", "Look again"));
    }
}
