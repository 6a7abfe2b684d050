package dev.quittance.platform.screen;

import dev.quittance.api.record.RecordRef;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where plugins' screens are. */
public final class ScreenPaths {
    private ScreenPaths() {}

    /** An action on a record. */
    public static String action(RecordRef record, String pluginId, String actionId) {
        return record(record) + "/actions/" + pluginId + "/" + encoded(actionId);
    }

    /** All of a list on a record. */
    public static String list(RecordRef record, String pluginId, String listId) {
        return record(record) + "/lists/" + pluginId + "/" + encoded(listId);
    }

    /** A panel on a record. */
    public static String panel(RecordRef record, String pluginId, String panelId) {
        return record(record) + "/panels/" + pluginId + "/" + encoded(panelId);
    }

    /** A settings page. */
    public static String settings(String pluginId, String pageId) {
        return "/x/" + pluginId + "/" + encoded(pageId);
    }

    private static String record(RecordRef record) {
        return "/" + encoded(record.object()) + "/" + encoded(record.id());
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
