package dev.quittance.crm.web;

import dev.quittance.api.identity.Actor;
import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.identity.Sessions;
import dev.quittance.crm.identity.User;
import dev.quittance.crm.token.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Tells from a request who is signed in, looking once for each request. Thread-safe. */
public final class Visitors {
    private static final String ATTRIBUTE = Visitors.class.getName();

    private static final String BEARER = "Bearer ";
    private static final String API = "/api/";

    private final Cookies cookies;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Permissions permissions;

    /** Looks sessions and tokens up here. */
    public Visitors(Cookies cookies, Sessions sessions, Tokens tokens, Permissions permissions) {
        this.tokens = tokens;
        this.cookies = cookies;
        this.sessions = sessions;
        this.permissions = permissions;
    }

    /** Who is signed in, or empty. Notes that the session was used; reads neither body nor parameters. */
    public Optional<Visitor> recognise(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Known known) {
            return known.visitor();
        }
        Optional<Visitor> visitor = user(request).map(this::visitor);
        request.setAttribute(ATTRIBUTE, new Known(visitor));
        return visitor;
    }

    /** A program that shows a token is its user or nobody, whatever cookie it sends beside; and only where programs speak. */
    private Optional<User> user(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        boolean bearer = authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        if (bearer && request.getRequestURI().startsWith(API)) {
            return tokens.resume(authorization.substring(BEARER.length()).strip());
        }
        return cookies.findSession(request).flatMap(sessions::resume);
    }

    private Visitor visitor(User user) {
        Organisation org = user.org();
        return new Visitor(
                user,
                new Actor(
                        user.id().toString(),
                        user.name(),
                        org.id(),
                        permissions.of(user.role()),
                        org.locale(),
                        org.zone()));
    }

    private record Known(Optional<Visitor> visitor) {}
}
