package dev.quittance.crm.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Sets on every answer what tells a browser to be careful; whoever answers may set something stricter over it. Refuses hosts
 * that the CRM does not go by, so that a foreign name that points here finds nothing.
 */
public final class SecurityHeaders extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
    private static final int MISDIRECTED = 421;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final transient URI publicUrl;
    private final transient Supplier<Set<String>> formTargets;

    /**
     * A filter.
     *
     * @param publicUrl the CRM's address; on https browsers are told to stay on https
     * @param formTargets origins beside our own to which a form may lead: a payment page's
     */
    public SecurityHeaders(URI publicUrl, Supplier<Set<String>> formTargets) {
        this.publicUrl = publicUrl;
        this.formTargets = formTargets;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String host = request.getServerName();
        if (!host.equalsIgnoreCase(publicUrl.getHost()) && !LOOPBACK.contains(host)) {
            response.setStatus(MISDIRECTED);
            return;
        }
        StringBuilder policy = new StringBuilder(POLICY);
        for (String origin : new TreeSet<>(formTargets.get())) {
            policy.append(' ').append(origin);
        }
        response.setHeader("Content-Security-Policy", policy.toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        response.setHeader("Cache-Control", "no-store");
        if (publicUrl.getScheme().equals("https")) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        chain.doFilter(request, response);
    }
}
