package dev.quittance.crm.screen;

import dev.quittance.crm.web.Chrome;
import java.util.Locale;
import java.util.Optional;

/** What was just done with an invoice, as the page says it once more. Only these words can be asked for by an address. */
enum InvoiceDone {
    SAVED("good", "Saved."),
    ISSUED("good", "Issued. From now on the client owes it; nobody has been written to yet."),
    VOIDED("good", "Void. Nobody owes this invoice any more. What was paid stays in the books."),
    SENT("good", "Mailed to the client with the invoice attached."),
    NOT_SENT("danger", "The mail was not sent: the mail server did not take it. Nothing was changed. Try again later."),
    NO_ADDRESS(
            "danger", "The mail was not sent: the client has no e-mail address that mail can go to. Correct it first."),
    REFUSED("warning", "Nothing was changed: the invoice is in another state by now."),
    STALE("warning", "Nothing was changed: somebody else has changed the invoice meanwhile. Look at it and try again.");

    private final String tone;
    private final String words;

    InvoiceDone(String tone, String words) {
        this.tone = tone;
        this.words = words;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Chrome.Message> find(String code) {
        for (InvoiceDone done : values()) {
            if (done.code().equals(code)) {
                return Optional.of(new Chrome.Message(done.tone, done.words));
            }
        }
        return Optional.empty();
    }
}
