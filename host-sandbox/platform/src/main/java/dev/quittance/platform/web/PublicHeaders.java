package dev.quittance.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/** What keeps a public page to itself: its address is the only key to it. */
final class PublicHeaders {
    private PublicHeaders() {}

    static void set(HttpServletResponse response, Set<String> leadsTo, boolean https) {
        String forms = leadsTo.isEmpty() ? "" : " " + String.join(" ", leadsTo);
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'" + forms
                        + "; frame-ancestors 'none'; base-uri 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("X-Robots-Tag", "noindex");
        if (https) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
