package dev.quittance.stripe.testhost;

import dev.quittance.api.host.Mail;
import dev.quittance.api.host.MailMessage;
import dev.quittance.api.host.MailOutcome;
import java.util.ArrayList;
import java.util.List;

/** A mail server that keeps what it takes; the same key again is one mail. */
public final class TestMail implements Mail {
    private final List<MailMessage> taken = new ArrayList<>();
    private MailOutcome answer = MailOutcome.handedOver();
    private int calls;

    /** What it answers from here on. */
    public synchronized void answers(MailOutcome outcome) {
        answer = outcome;
    }

    /** What it took, each key once. */
    public synchronized List<MailMessage> taken() {
        return List.copyOf(taken);
    }

    /** How often it was asked. */
    public synchronized int calls() {
        return calls;
    }

    @Override
    public synchronized MailOutcome send(MailMessage message) {
        CrashingDataSource.requireNoTransaction("mail");
        calls++;
        boolean known = taken.stream().anyMatch(mail -> mail.key().equals(message.key()));
        if (answer.kind() == MailOutcome.Kind.HANDED_OVER && !known) {
            taken.add(message);
        }
        return answer;
    }
}
