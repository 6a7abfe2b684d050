package dev.quittance.crm.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/**
 * The CRM's cookies. On https their names begin with {@code __Host-}, so that browsers take them from this host alone; plain
 * http, which only a loopback address should use, cannot have that, so the port stands in the name instead: cookies do not know
 * ports, and two sandboxes on one machine would sign each other out.
 */
public final class Cookies {
    private final String session;
    private final String visit;
    private final boolean secure;

    /** Cookies for a CRM at this address. */
    public Cookies(URI publicUrl) {
        this.secure = publicUrl.getScheme().equals("https");
        String suffix = secure ? "" : "_" + publicUrl.getPort();
        String prefix = secure ? "__Host-" : "";
        this.session = prefix + "crm_session" + suffix;
        this.visit = prefix + "crm_visit" + suffix;
    }

    Optional<String> findSession(HttpServletRequest request) {
        return find(request, session);
    }

    /** What binds a form to a browser in which nobody is signed in. */
    Optional<String> findVisit(HttpServletRequest request) {
        return find(request, visit);
    }

    String session(String value) {
        return header(session, value);
    }

    String visit(String value) {
        return header(visit, value);
    }

    String noSession() {
        return header(session, "") + "; Max-Age=0";
    }

    private String header(String name, String value) {
        return name + "=" + value + "; Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
    }

    private static Optional<String> find(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }
}
