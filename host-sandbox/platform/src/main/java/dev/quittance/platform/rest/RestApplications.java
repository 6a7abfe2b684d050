package dev.quittance.platform.rest;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.rest.RestModule;
import dev.quittance.platform.extension.Calls;
import dev.quittance.platform.extension.LivePlugin;
import dev.quittance.platform.extension.PluginFault;
import dev.quittance.platform.extension.TimeLimit;
import dev.quittance.platform.host.SameOrigin;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The REST applications of the plugins that are on. Thread-safe. */
public final class RestApplications {
    /** No call of ours needs more; files go another way. */
    private static final int MAX_BODY_BYTES = 1024 * 1024;

    /** Kept, or its level would be forgotten: it warns of every resource that is given as an instance. */
    private static final Logger JERSEY_PROVIDERS = Logger.getLogger("org.glassfish.jersey.internal.inject.Providers");

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Calls calls;
    private final URI publicUrl;
    private final SameOrigin sameOrigin;
    private final Map<String, RestApplication> byPlugin = new ConcurrentHashMap<>();

    /** Applications below the host's public address. */
    public RestApplications(Calls calls, URI publicUrl) {
        this.calls = calls;
        this.publicUrl = publicUrl;
        this.sameOrigin = new SameOrigin(publicUrl);
        JERSEY_PROVIDERS.setLevel(Level.SEVERE);
    }

    /** Mounts a plugin's resources, if it has any. */
    public void mount(LivePlugin plugin, ClassLoader loader) {
        Set<Object> resources = new HashSet<>();
        for (RestModule module : plugin.extensions(RestModule.class)) {
            resources.addAll(calls.call(plugin, TimeLimit.LIFECYCLE, module::resources));
        }
        if (!resources.isEmpty()) {
            byPlugin.put(plugin.id(), new RestApplication(plugin, resources, loader));
        }
    }

    /** Drops a plugin's application. Repeatable. */
    public void drop(String pluginId) {
        RestApplication application = byPlugin.remove(pluginId);
        if (application != null) {
            application.close();
        }
    }

    /** Answers a call of somebody who is signed in. The path is what follows the plugin's id. */
    public void answer(
            LivePlugin plugin, String path, Actor actor, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        RestApplication application = byPlugin.get(plugin.id());
        if (application == null) {
            Problem.absent().send(response);
            return;
        }
        if (!READING.contains(request.getMethod()) && !sameOrigin.allows(request)) {
            new Problem(403, "cross_site", "This request came from another site.", "Nothing was done.").send(response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            new Problem(413, "too_large", "The request is too large.", "Nothing was done.").send(response);
            return;
        }
        RestApplication.Call call;
        try {
            call = callOf(plugin, path, request, body);
        } catch (IllegalArgumentException e) {
            // Servers let characters through that no address may hold.
            new Problem(400, "bad_address", "The address cannot be read.", "Nothing was done.").send(response);
            return;
        }
        try {
            boolean secure = "https".equals(publicUrl.getScheme());
            send(
                    calls.call(
                            plugin, TimeLimit.PAGE, () -> application.answer(call, new ActorSecurity(actor, secure))),
                    response);
        } catch (PluginFault fault) {
            problem(fault).send(response);
        }
    }

    private RestApplication.Call callOf(LivePlugin plugin, String path, HttpServletRequest request, byte[] body) {
        String base = publicUrl + "/api/plugins/" + plugin.id() + "/";
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Collections.list(request.getHeaderNames()).stream()
                .filter(name -> !name.equalsIgnoreCase("cookie") && !name.equalsIgnoreCase("authorization"))
                .forEach(name -> headers.put(name, Collections.list(request.getHeaders(name))));
        String relative = path.startsWith("/") ? path.substring(1) : path;
        return new RestApplication.Call(
                request.getMethod(), URI.create(base), URI.create(base + relative + query), headers, body);
    }

    private static void send(RestApplication.Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Cache-Control", "no-store");
        answer.headers().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("set-cookie") && !name.equalsIgnoreCase("content-length")) {
                values.forEach(value -> response.addHeader(name, value));
            }
        });
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    private static Problem problem(PluginFault fault) {
        return switch (fault.kind()) {
            case OFF -> new Problem(503, "plugin_off", "The plugin is off.", "Try again in a minute.");
            case LATE ->
                new Problem(
                        504,
                        "plugin_late",
                        "The plugin took too long.",
                        "Look before you try again: it may still be done.");
            case FAILED -> new Problem(500, "plugin_failed", "The plugin failed.", "Reference " + fault.reference());
        };
    }
}
