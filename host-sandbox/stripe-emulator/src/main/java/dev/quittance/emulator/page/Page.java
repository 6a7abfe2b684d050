package dev.quittance.emulator.page;

import java.util.Map;

/**
 * A page ready to send.
 *
 * @param html the whole document
 */
public record Page(String html) {
    /**
     * No script, nothing from elsewhere, in nobody's frame. form-action stays open to other origins, as paying ends with a
     * redirect to the business, and browsers apply the rule to redirects too.
     */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
            + "frame-ancestors 'none'; form-action 'self' http: https:";

    /** The headers that go with every page. */
    public Map<String, String> headers() {
        return Map.of(
                "Content-Type", "text/html; charset=utf-8",
                "Content-Security-Policy", POLICY,
                "X-Content-Type-Options", "nosniff",
                "Referrer-Policy", "no-referrer",
                "Cache-Control", "no-store");
    }
}
