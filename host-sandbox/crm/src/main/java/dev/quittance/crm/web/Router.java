package dev.quittance.crm.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.jetty.http.BadMessageException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one servlet of the CRM: finds the route, checks who asks and whether a form is ours, and lets the route answer. What no
 * route names does not exist. Thread-safe.
 */
public final class Router extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Router.class);
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    private final transient List<Route> routes;
    private final transient Visitors visitors;
    private final transient FormGuard guard;
    private final transient Refusals refusals;
    private final transient Supplier<String> references;

    /**
     * A router.
     *
     * @param routes all there is
     * @param visitors tells who asks
     * @param guard tells whether a form is ours
     * @param refusals what is shown instead
     * @param references names for what went wrong
     */
    public Router(
            List<Route> routes, Visitors visitors, FormGuard guard, Refusals refusals, Supplier<String> references) {
        this.routes = List.copyOf(routes);
        this.visitors = visitors;
        this.guard = guard;
        this.refusals = refusals;
        this.references = references;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        reply(request, response).writeTo(response, !request.getMethod().equals("HEAD"));
    }

    private Reply reply(HttpServletRequest request, HttpServletResponse response) {
        Exchange exchange = new Exchange(request, response, Map.of(), Optional.empty());
        try {
            exchange = new Exchange(request, response, Map.of(), visitors.recognise(request));
            return answer(exchange);
        } catch (BadMessageException e) {
            return refusals.refuse(exchange, HttpServletResponse.SC_BAD_REQUEST, Optional.empty());
        } catch (RuntimeException e) {
            String reference = references.get();
            LOG.error("{} {} failed, reference {}", request.getMethod(), request.getRequestURI(), reference, e);
            return refusals.refuse(exchange, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, Optional.of(reference));
        }
    }

    private Reply answer(Exchange exchange) {
        HttpServletRequest request = exchange.request();
        if (!METHODS.contains(request.getMethod())) {
            return refusals.refuse(exchange, HttpServletResponse.SC_METHOD_NOT_ALLOWED, Optional.empty())
                    .with("Allow", "GET, HEAD, POST");
        }
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        List<String> allowed = new ArrayList<>();
        for (Route route : routes) {
            Optional<Map<String, String>> parts = route.match(path);
            if (parts.isPresent() && route.method().equals(method)) {
                return enter(route, new Exchange(request, exchange.response(), parts.get(), exchange.signedIn()));
            }
            parts.ifPresent(match -> allowed.add(route.method()));
        }
        if (!allowed.isEmpty()) {
            return refusals.refuse(exchange, HttpServletResponse.SC_METHOD_NOT_ALLOWED, Optional.empty())
                    .with("Allow", String.join(", ", allowed));
        }
        return refusals.refuse(exchange, HttpServletResponse.SC_NOT_FOUND, Optional.empty());
    }

    private Reply enter(Route route, Exchange exchange) {
        boolean needsSomebody = route.access().kind() != Access.Kind.EVERYBODY;
        if (needsSomebody && exchange.signedIn().isEmpty()) {
            return Reply.seeOther(signIn(exchange.request()));
        }
        if (route.access().kind() == Access.Kind.PERMISSION
                && !exchange.visitor().actor().may(route.access().permission())) {
            return refusals.refuse(exchange, HttpServletResponse.SC_FORBIDDEN, Optional.empty());
        }
        if (route.method().equals("POST") && !guard.allows(exchange)) {
            return refusals.refuse(exchange, HttpServletResponse.SC_FORBIDDEN, Optional.empty());
        }
        return route.handler().handle(exchange);
    }

    /** The sign-in page, which leads back to what was asked for if that was a page. */
    public static String signIn(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (!request.getMethod().equals("GET") || path.equals("/")) {
            return "/sign-in";
        }
        return "/sign-in?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
