package dev.quittance.platform.service;

import dev.quittance.api.host.Notification;
import dev.quittance.api.host.Notifications;
import dev.quittance.api.record.OrgView;
import dev.quittance.api.record.Records;
import dev.quittance.api.ui.Target;
import dev.quittance.api.ui.Text;
import dev.quittance.platform.extension.MessageBundles;
import dev.quittance.platform.render.Links;
import dev.quittance.platform.render.Reader;
import dev.quittance.platform.render.Words;
import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** Notices of one plugin, in plain words of the organisation's language, with addresses that a host can use as they are. */
record PluginNotifications(
        String pluginId, Notifications host, Records records, MessageBundles messages, Links linksInFull)
        implements Notifications {

    @Override
    public void notify(Notification notification) {
        Optional<OrgView> org = records.findOrg(notification.org());
        Locale locale = org.map(OrgView::locale).orElse(Locale.ENGLISH);
        ZoneId zone = org.map(OrgView::zone).orElse(ZoneOffset.UTC);
        Words words = new Words(
                messages, new Reader(locale, zone, org.map(OrgView::currency).orElse("")));
        host.notify(new Notification(
                pluginId + ":" + notification.key(),
                notification.org(),
                notification.permission(),
                notification.tone(),
                Text.plain(words.of(notification.text())),
                resolved(notification.target())));
    }

    private Target resolved(Target target) {
        if (target instanceof Target.ToRecord) {
            return target;
        }
        String href = linksInFull.href(target);
        if (href.isEmpty()) {
            throw new IllegalArgumentException("a notice leads nowhere that the manifest declares");
        }
        return Target.address(URI.create(href));
    }
}
