package dev.quittance.platform.rest;

import dev.quittance.platform.extension.Origins;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** Tells requests of our own pages from those that another site made a browser send. */
public final class FromHere {
    private FromHere() {}

    /**
     * Whether a changing request may be taken: a browser says where it comes from, by {@code Sec-Fetch-Site} and {@code Origin};
     * what is no browser says nothing and has no cookies by accident.
     */
    public static boolean isFromHere(HttpServletRequest request, URI publicUrl) {
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
        try {
            return Origins.originOf(URI.create(origin)).equals(Origins.originOf(publicUrl));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
