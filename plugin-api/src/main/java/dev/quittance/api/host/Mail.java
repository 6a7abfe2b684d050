package dev.quittance.api.host;

import dev.quittance.api.ImplementedByHost;

/** E-mail. Thread-safe. Never call it inside a transaction. */
@ImplementedByHost
public interface Mail {
    /** Hands one mail to the mail server. Sent again with the same key it has the same Message-ID. Does not throw for mail trouble. */
    MailOutcome send(MailMessage message);
}
