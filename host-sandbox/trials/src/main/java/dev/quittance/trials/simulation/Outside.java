package dev.quittance.trials.simulation;

import dev.quittance.api.host.MailMessage;
import dev.quittance.api.host.Notification;
import dev.quittance.api.payment.PaymentEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What left the plugin and reached people and other plugins. Outlives every crash, as sent mail does. */
final class Outside {
    private final List<MailMessage> mails = new ArrayList<>();
    private final Map<String, Consumer<MailMessage>> readers = new LinkedHashMap<>();
    private final Map<String, Notification> notices = new LinkedHashMap<>();
    private final Map<String, PaymentEvent> events = new LinkedHashMap<>();

    /** From now on this reader sees each mail to the address. */
    void subscribe(String address, Consumer<MailMessage> reader) {
        readers.put(address, reader);
    }

    void mailed(MailMessage mail) {
        mails.add(mail);
        Consumer<MailMessage> reader = readers.get(mail.to());
        if (reader != null) {
            reader.accept(mail);
        }
    }

    void noticed(Notification notice) {
        notices.putIfAbsent(notice.key(), notice);
    }

    void published(PaymentEvent event) {
        events.putIfAbsent(event.eventId(), event);
    }

    /** Every mail that a mail server took, as often as it took it. */
    List<MailMessage> mails() {
        return List.copyOf(mails);
    }

    List<Notification> notices() {
        return List.copyOf(notices.values());
    }

    List<PaymentEvent> events() {
        return List.copyOf(events.values());
    }
}
