package dev.quittance.crm.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;

/**
 * A request on its way through a route.
 *
 * @param request as it came
 * @param response only for those who must write a header of their own to it
 * @param path what the braces of the route's pattern stand for
 * @param signedIn who is signed in
 */
public record Exchange(
        HttpServletRequest request,
        HttpServletResponse response,
        Map<String, String> path,
        Optional<Visitor> signedIn) {
    /** Copies the path. */
    public Exchange {
        path = Map.copyOf(path);
    }

    /** Who is signed in, on a route that needs somebody. */
    public Visitor visitor() {
        return signedIn.orElseThrow(() -> new IllegalStateException("the route lets in people who are not signed in"));
    }

    /** A part of the path. */
    public String part(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no {" + name + "}");
        }
        return value;
    }

    /** A value of the query or the form; empty if it is not there. */
    public String value(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
