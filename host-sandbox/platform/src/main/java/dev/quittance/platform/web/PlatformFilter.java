package dev.quittance.platform.web;

import dev.quittance.platform.extension.Calls;
import dev.quittance.platform.extension.LivePlugins;
import dev.quittance.platform.extension.Origins;
import dev.quittance.platform.extension.PluginManifest;
import dev.quittance.platform.host.Host;
import dev.quittance.platform.host.PlatformSettings;
import dev.quittance.platform.meter.Meters;
import dev.quittance.platform.render.FileAssets;
import dev.quittance.platform.render.Presentation;
import dev.quittance.platform.render.Reader;
import dev.quittance.platform.render.Templates;
import dev.quittance.platform.rest.RestApplications;
import dev.quittance.platform.screen.FlashCookie;
import dev.quittance.platform.trace.Trace;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what is the platform's and passes the rest on. Thread-safe. */
public final class PlatformFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(PlatformFilter.class);

    /** Found in the log, for those who ask for help. */
    private static final String REQUEST_ID = "X-Request-Id";

    private final transient Desk desk;
    private final transient StaffDoor door;
    private final transient ActionRoute actions;
    private final transient ListRoute lists;
    private final transient PanelRoute panels;
    private final transient SettingsRoute settings;
    private final transient PublicRoute publicPages;
    private final transient WebhookRoute webhooks;
    private final transient RestRoute rest;
    private final transient AssetRoute assets;

    /**
     * What the filter leads to.
     *
     * @param plugins which are installed and on
     * @param calls the gate into them
     * @param presentation how readers see them
     * @param templates how pages look
     * @param assets files
     * @param rest REST applications
     * @param origins where a sandbox leads origins
     * @param flash what was just done
     * @param submissionKeys names each showing of a form
     * @param meters what is counted
     */
    public record Parts(
            LivePlugins plugins,
            Calls calls,
            Presentation presentation,
            Templates templates,
            FileAssets assets,
            RestApplications rest,
            Origins origins,
            FlashCookie flash,
            Supplier<String> submissionKeys,
            Meters meters) {}

    /** A filter for this host; {@code without} are the developer's switches. */
    public PlatformFilter(Host host, Set<String> without, Parts parts) {
        Replies replies = new Replies(parts.templates(), host.layout(), host.publicUrl());
        this.desk = new Desk(
                host,
                parts.plugins(),
                parts.calls(),
                parts.presentation(),
                replies,
                new Results(replies, parts.flash()),
                parts.flash(),
                parts.submissionKeys());
        this.door = new StaffDoor(desk);
        this.actions = new ActionRoute(desk);
        this.lists = new ListRoute(desk);
        this.panels = new PanelRoute(desk);
        this.settings = new SettingsRoute(desk);
        this.publicPages = new PublicRoute(desk, parts.origins(), without.contains(PlatformSettings.RETURN_PAGE));
        this.webhooks = new WebhookRoute(desk, parts.meters(), without.contains(PlatformSettings.WEBHOOKS));
        this.rest = new RestRoute(desk, parts.rest());
        this.assets = new AssetRoute(parts.assets());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try (Trace trace = Trace.begin()) {
            response.setHeader(REQUEST_ID, trace.id());
            String path =
                    request.getRequestURI().substring(request.getContextPath().length());
            Optional<List<String>> parts = PathParts.of(path);
            if (parts.isEmpty() || !served(new Exchange(request, response, parts.get()), trace)) {
                chain.doFilter(request, response);
            }
        }
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        doFilter((HttpServletRequest) request, (HttpServletResponse) response, chain);
    }

    /** Whether the request was ours. What fails in the host's own services ends here, without a word of the path in the log. */
    private boolean served(Exchange exchange, Trace trace) throws IOException {
        try {
            return routed(exchange);
        } catch (RuntimeException e) {
            String reference = desk.submissionKeys().get();
            LOG.error("a request to the platform failed, reference {}", reference, e);
            if (!exchange.response().isCommitted()) {
                exchange.response().reset();
                exchange.response().setHeader(REQUEST_ID, trace.id());
                Audience anybody = Audience.anybody(desk.presentation().own(Reader.of(exchange.locale())), Set.of());
                desk.replies().message(exchange, anybody, Message.FAULT, reference);
            }
            return true;
        }
    }

    private boolean routed(Exchange exchange) throws IOException {
        List<String> path = exchange.path();
        String first = path.get(0);
        if (first.equals("webhooks") && path.size() == 3) {
            webhooks.serve(exchange);
        } else if (first.equals("assets") && path.size() == 3 && path.get(1).equals("platform")) {
            assets.serve(exchange);
        } else if (first.equals("api") && path.size() > 2 && path.get(1).equals("plugins")) {
            rest.serve(exchange);
        } else if (first.equals("x") && path.size() == 3) {
            door.enter(exchange, path.get(1), (plugin, actor, to) -> settings.serve(exchange, plugin, actor, to));
        } else if (path.size() == 5 && path.get(2).equals("actions")) {
            door.enter(exchange, path.get(3), (plugin, actor, to) -> actions.serve(exchange, plugin, actor, to));
        } else if (path.size() == 5 && path.get(2).equals("panels")) {
            door.enter(exchange, path.get(3), (plugin, actor, to) -> panels.serve(exchange, plugin, actor, to));
        } else if (path.size() == 5 && path.get(2).equals("lists")) {
            door.enter(exchange, path.get(3), (plugin, actor, to) -> lists.serve(exchange, plugin, actor, to));
        } else {
            return servedPublicly(exchange, first);
        }
        return true;
    }

    private boolean servedPublicly(Exchange exchange, String prefix) throws IOException {
        Optional<PluginManifest> owner = desk.plugins().findByPrefix(prefix);
        if (owner.isEmpty()) {
            return false;
        }
        publicPages.serve(exchange, owner.get());
        return true;
    }
}
