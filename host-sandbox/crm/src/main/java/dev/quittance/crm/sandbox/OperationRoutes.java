package dev.quittance.crm.sandbox;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.crm.web.Access;
import dev.quittance.crm.web.Exchange;
import dev.quittance.crm.web.Permissions;
import dev.quittance.crm.web.Reply;
import dev.quittance.crm.web.Route;
import dev.quittance.platform.Health;
import dev.quittance.platform.OpenRoute;
import dev.quittance.platform.Platform;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What is for those who run the CRM: its health, its figures, and who may open what. Thread-safe. */
final class OperationRoutes {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DOWN = 503;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final List<String> BY_PROXY = List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

    private final Supplier<Platform> platform;
    private final PrometheusMeterRegistry meters;
    private final List<Route> others;

    /**
     * Routes beside these.
     *
     * @param platform asked when somebody asks
     * @param meters the figures
     * @param others all other routes of the CRM
     */
    OperationRoutes(Supplier<Platform> platform, PrometheusMeterRegistry meters, List<Route> others) {
        this.platform = platform;
        this.meters = meters;
        this.others = List.copyOf(others);
    }

    List<Route> routes() {
        return List.of(
                Route.get("/health", Access.everybody(), this::health),
                Route.get("/metrics", Access.everybody(), this::metrics),
                Route.get("/settings/routes", Access.permission(Permissions.SETTINGS), exchange -> inventory()));
    }

    /** Strangers learn whether it works, and no more. */
    private Reply health(Exchange exchange) {
        Health health = platform.get().health();
        ObjectNode json = JSON.createObjectNode().put("status", health.isUp() ? "up" : "down");
        if (isKeeper(exchange)) {
            json.put("database", health.database() ? "up" : "down")
                    .put("secondsSinceBeat", health.secondsSinceBeat())
                    .put("overdueJobs", health.overdueJobs())
                    .put("secretsToReseal", health.upkeep().secretsToReseal())
                    .put("eventsDropped", health.upkeep().eventsDropped());
            ObjectNode plugins = json.putObject("plugins");
            health.plugins().forEach(plugin -> plugins.put(plugin.id(), plugin.state()));
        }
        return json(health.isUp() ? 200 : DOWN, json.toString());
    }

    private Reply metrics(Exchange exchange) {
        if (!isKeeper(exchange) && !isFromThisMachine(exchange.request())) {
            return Reply.text(404, "There is nothing here.\n");
        }
        return Reply.text(200, meters.scrape());
    }

    private Reply inventory() {
        List<OpenRoute> all = new ArrayList<>(platform.get().routes());
        others.forEach(route -> all.add(opened(route)));
        routes().forEach(route -> all.add(opened(route)));
        all.sort(Comparator.comparing(OpenRoute::pattern).thenComparing(OpenRoute::method));
        ArrayNode json = JSON.createArrayNode();
        all.forEach(route -> json.addObject()
                .put("method", route.method())
                .put("pattern", route.pattern())
                .put("access", route.access()));
        return json(200, json.toString());
    }

    private static OpenRoute opened(Route route) {
        String access = switch (route.access().kind()) {
            case EVERYBODY -> OpenRoute.EVERYBODY;
            case SIGNED_IN -> OpenRoute.SIGNED_IN;
            case PERMISSION -> route.access().permission();
        };
        return new OpenRoute(route.method(), route.pattern(), access);
    }

    private static boolean isKeeper(Exchange exchange) {
        return exchange.signedIn()
                .filter(visitor -> visitor.actor().may(Permissions.SETTINGS))
                .isPresent();
    }

    /** The server listens on loopback alone, so whatever a proxy passes on comes from there, too: it must not count. */
    private static boolean isFromThisMachine(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        boolean near = address.startsWith("127.")
                || address.equals("::1")
                || address.equals("[::1]")
                || address.equals("0:0:0:0:0:0:0:1");
        return near
                && LOOPBACK.contains(request.getServerName())
                && BY_PROXY.stream().allMatch(header -> request.getHeader(header) == null);
    }

    private static Reply json(int status, String json) {
        return Reply.of(status, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }
}
