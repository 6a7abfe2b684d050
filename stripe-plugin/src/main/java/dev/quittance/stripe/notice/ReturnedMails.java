package dev.quittance.stripe.notice;

import dev.quittance.api.PluginContext;
import dev.quittance.api.host.MailReturn;
import dev.quittance.api.host.MailReturnListener;
import dev.quittance.stripe.letter.Letter;
import dev.quittance.stripe.outbox.Outbox;
import dev.quittance.stripe.outbox.OutboxEntry;
import dev.quittance.stripe.request.RequestMails;
import dev.quittance.stripe.storage.Database;
import java.util.Optional;
import org.jooq.DSLContext;
import org.pf4j.Extension;

/** A mail that came back is shown as bounced, and the office is asked to correct the address. Once for each mail. Thread-safe. */
@Extension
public final class ReturnedMails implements MailReturnListener {
    private final PluginContext context;
    private final Database database;
    private final Outbox outbox;
    private final RequestMails mails;

    /** Listens for these. */
    public ReturnedMails(PluginContext context, Database database, Outbox outbox, RequestMails mails) {
        this.context = context;
        this.database = database;
        this.outbox = outbox;
        this.mails = mails;
    }

    @Override
    public void returned(MailReturn mail) {
        boolean isNew = database.transaction(tx -> noted(tx, mail));
        if (isNew) {
            outbox.nudge();
        } else if (outbox.isWaiting(mail.org(), mail.key())) {
            // The server was faster than our own note that it took the mail.
            throw new IllegalStateException("a mail came back that is still being sent: tell it again");
        }
    }

    private boolean noted(DSLContext tx, MailReturn mail) {
        Optional<Letter> letter = mails.bounced(tx, mail.org(), mail.key(), mail.status());
        return letter.isPresent()
                && outbox.addIfNew(
                        tx,
                        new OutboxEntry(
                                mail.org(),
                                BounceNotice.KIND + "/" + mail.eventId(),
                                BounceNotice.KIND,
                                letter.get().requestId(),
                                letter.get().kind() + "/" + mail.status(),
                                context.clock().instant()));
    }
}
