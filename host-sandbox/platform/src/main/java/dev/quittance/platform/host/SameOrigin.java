package dev.quittance.platform.host;

import dev.quittance.platform.extension.Origins;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/**
 * Tells a changing request of our own pages from one that another site made a browser send. Browsers say where a request comes
 * from, by {@code Sec-Fetch-Site} and {@code Origin}; a program says nothing, and no other site can steer it. It is a second
 * guard beside the form's token, not in its place. Immutable.
 */
public final class SameOrigin {
    private final URI publicUrl;

    /** The guard of a host that people reach at this address. */
    public SameOrigin(URI publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** Whether the request may change something, by where it comes from. */
    public boolean allows(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return false;
        }
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return true;
        }
        if (origin.equals("null")) {
            // Our public pages say no-referrer, so browsers may hide the origin of their own forms: then the site
            // counts.
            return "same-origin".equals(site);
        }
        return isThisHost(request, origin) || isPublicHost(origin);
    }

    /** A sandbox is reached as localhost and as 127.0.0.1; the address that the browser used is as good as the public one. */
    private static boolean isThisHost(HttpServletRequest request, String origin) {
        return origin.equals(request.getScheme() + "://" + request.getHeader("Host"));
    }

    private boolean isPublicHost(String origin) {
        try {
            return Origins.originOf(URI.create(origin)).equals(Origins.originOf(publicUrl));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
