package dev.quittance.crm.hosting;

import dev.quittance.api.host.Notification;
import dev.quittance.api.host.Notifications;
import dev.quittance.api.ui.Target;
import dev.quittance.crm.notice.NewNotice;
import dev.quittance.crm.notice.Notices;

/** Puts plugins' news into the CRM's. */
final class CrmNotifications implements Notifications {
    /** As long as the column; a plugin's sentence is far shorter. */
    private static final int MAX_WORDS = 2_000;

    private final Notices notices;

    CrmNotifications(Notices notices) {
        this.notices = notices;
    }

    @Override
    public void notify(Notification notification) {
        String words = notification.text().fallback();
        notices.addIfNew(
                notification.org(),
                notification.permission(),
                new NewNotice(
                        notification.key(),
                        notification.tone().value(),
                        words.length() > MAX_WORDS ? words.substring(0, MAX_WORDS) : words,
                        address(notification.target())));
    }

    private static String address(Target target) {
        if (target instanceof Target.ToRecord record) {
            return "/" + record.ref().object() + "/" + record.ref().id();
        }
        if (target instanceof Target.ToAddress address) {
            return address.uri().toString();
        }
        return "";
    }
}
