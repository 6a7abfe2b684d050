package dev.quittance.stripe.request;

import dev.quittance.api.record.ClientView;
import dev.quittance.api.ui.FormValues;
import dev.quittance.api.ui.Text;
import java.util.Locale;
import java.util.Optional;

/** Makes a recipient of the answers. */
final class RecipientReader {
    private static final int MAX_NAME_LENGTH = 100;

    private final Standing standing;
    private final FormValues values;
    private final FormProblems problems;

    RecipientReader(Standing standing, FormValues values, FormProblems problems) {
        this.standing = standing;
        this.values = values;
        this.problems = problems;
    }

    /** The recipient; empty if something is wrong, which is then among the problems. */
    Optional<Recipient> read() {
        String email = values.value(RequestFields.RECIPIENT_EMAIL);
        String name = values.value(RequestFields.RECIPIENT_NAME);
        if (email.isEmpty()) {
            problems.add(
                    RequestFields.RECIPIENT_EMAIL,
                    Text.of("error.recipient_email_required", "Enter the e-mail address to send the request to."));
        } else if (!EmailAddress.isPlausible(email)) {
            problems.add(
                    RequestFields.RECIPIENT_EMAIL,
                    Text.of(
                            "error.recipient_email_invalid",
                            "This does not look like an e-mail address. Check it. Nothing was sent."));
        }
        if (name.length() > MAX_NAME_LENGTH || name.codePoints().anyMatch(Character::isISOControl)) {
            problems.add(
                    RequestFields.RECIPIENT_NAME,
                    Text.of(
                            "error.recipient_name_invalid",
                            "Keep the name to one line of {0} characters.",
                            Long.valueOf(MAX_NAME_LENGTH)));
        }
        return problems.concern(RequestFields.RECIPIENT_EMAIL) || problems.concern(RequestFields.RECIPIENT_NAME)
                ? Optional.empty()
                : Optional.of(new Recipient(standing.subject().clientId(), orClient(name), email, locale()));
    }

    private String orClient(String name) {
        return name.isEmpty() ? standing.client().map(ClientView::name).orElse("") : name;
    }

    private Locale locale() {
        return standing.client()
                .flatMap(ClientView::locale)
                .orElse(standing.org().locale());
    }
}
