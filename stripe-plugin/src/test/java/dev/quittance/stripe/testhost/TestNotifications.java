package dev.quittance.stripe.testhost;

import dev.quittance.api.host.Notification;
import dev.quittance.api.host.Notifications;
import java.util.ArrayList;
import java.util.List;

/** Notices, each key once. */
public final class TestNotifications implements Notifications {
    private final List<Notification> shown = new ArrayList<>();

    /** What users see. */
    public synchronized List<Notification> shown() {
        return List.copyOf(shown);
    }

    @Override
    public synchronized void notify(Notification notification) {
        CrashingDataSource.requireNoTransaction("a notice");
        if (shown.stream().noneMatch(one -> one.key().equals(notification.key()))) {
            shown.add(notification);
        }
    }
}
