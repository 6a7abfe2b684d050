package dev.sample;

import dev.quittance.api.host.MailReturn;
import dev.quittance.api.host.MailReturnListener;
import org.pf4j.Extension;

@Extension
public final class MailBack implements MailReturnListener {
    private final Notes notes;

    MailBack(Notes notes) { this.notes = notes; }

    @Override
    public void returned(MailReturn mail) {
        notes.write(mail.org().value(), "back:" + mail.key() + ":" + mail.status());
    }
}
