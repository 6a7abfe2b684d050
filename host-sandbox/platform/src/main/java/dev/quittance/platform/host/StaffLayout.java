package dev.quittance.platform.host;

import jakarta.servlet.http.HttpServletRequest;

/** The host's chrome around a plugin's page for staff. Thread-safe. */
public interface StaffLayout {

    /**
     * A whole HTML document around the page's fragment. It links {@code Platform.assets().href("tabler.css")}, {@code "platform.css"}
     * and, deferred, {@code "htmx.js"}; without the script everything still works. The fragment is trusted and escaped already; the
     * title is plain words. The host's own filter sets the security headers.
     */
    String page(HttpServletRequest request, StaffPage page);
}
