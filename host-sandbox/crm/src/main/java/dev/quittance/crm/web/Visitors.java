package dev.quittance.crm.web;

import dev.quittance.api.identity.Actor;
import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.identity.Sessions;
import dev.quittance.crm.identity.User;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Tells from a request who is signed in, looking once for each request. Thread-safe. */
public final class Visitors {
    private static final String ATTRIBUTE = Visitors.class.getName();

    private final Cookies cookies;
    private final Sessions sessions;
    private final Permissions permissions;

    /** Looks sessions up here. */
    public Visitors(Cookies cookies, Sessions sessions, Permissions permissions) {
        this.cookies = cookies;
        this.sessions = sessions;
        this.permissions = permissions;
    }

    /** Who is signed in, or empty. Notes that the session was used; reads neither body nor parameters. */
    public Optional<Visitor> recognise(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Known known) {
            return known.visitor();
        }
        Optional<Visitor> visitor =
                cookies.findSession(request).flatMap(sessions::resume).map(this::visitor);
        request.setAttribute(ATTRIBUTE, new Known(visitor));
        return visitor;
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
