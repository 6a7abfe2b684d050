package dev.quittance.crm.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/**
 * Tells whether a request that changes something comes from a page of ours. Browsers say so by {@code Sec-Fetch-Site} or {@code
 * Origin}; a request with neither comes from a program, which no other site can steer, and still needs the form's token.
 */
final class SameOrigin {
    private final String origin;

    SameOrigin(URI publicUrl) {
        this.origin = publicUrl.getScheme() + "://" + publicUrl.getAuthority();
    }

    boolean allows(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        String from = request.getHeader("Origin");
        return from == null || from.equals(origin) || isThisHost(request, from);
    }

    /** A sandbox is reached as localhost and as 127.0.0.1; the request's own address is as good as the public one. */
    private static boolean isThisHost(HttpServletRequest request, String from) {
        return from.equals(request.getScheme() + "://" + request.getHeader("Host"));
    }
}
