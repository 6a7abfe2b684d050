package dev.quittance.platform.rest;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.rest.RestModule;
import dev.quittance.platform.extension.Calls;
import dev.quittance.platform.extension.LivePlugin;
import dev.quittance.platform.extension.PluginFault;
import dev.quittance.platform.extension.TimeLimit;
import dev.quittance.platform.host.SameOrigin;
import dev.quittance.platform.jobs.HostTask;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

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
    private final NamedCalls named;
    private final ForgetAnswers forgetting;
    private final Map<String, RestApplication> byPlugin = new ConcurrentHashMap<>();

    /**
     * Applications below the host's public address.
     *
     * @param calls the gate into plugins
     * @param publicUrl the host's address
     * @param dataSource the host's pool, for the answers that are kept
     * @param schema the platform's schema
     * @param clock time
     */
    public RestApplications(Calls calls, URI publicUrl, DataSource dataSource, String schema, Clock clock) {
        this.calls = calls;
        this.named = new NamedCalls(dataSource, schema, clock);
        this.forgetting = new ForgetAnswers(named, clock);
        this.publicUrl = publicUrl;
        this.sameOrigin = new SameOrigin(publicUrl);
        JERSEY_PROVIDERS.setLevel(Level.SEVERE);
    }

    /**
     * Mounts a plugin's resources, if it has any.
     *
     * @throws dev.quittance.platform.extension.UndeclaredException if one of their methods does not say who may call it
     */
    public void mount(LivePlugin plugin, ClassLoader loader) {
        Set<Object> resources = new HashSet<>();
        for (RestModule module : plugin.extensions(RestModule.class)) {
            resources.addAll(calls.call(plugin, TimeLimit.LIFECYCLE, module::resources));
        }
        if (!resources.isEmpty()) {
            GuardedMethods methods = GuardedMethods.of(plugin, resources);
            byPlugin.put(
                    plugin.id(),
                    calls.call(
                            plugin,
                            TimeLimit.LIFECYCLE,
                            () -> new RestApplication(plugin, resources, methods, loader)));
        }
    }

    /** Forgets the answers that were kept long enough; to be run again and again. */
    public HostTask forgetting() {
        return forgetting;
    }

    /** All resource methods that are mounted, with who may call them. */
    public List<RestMethod> listMethods() {
        return byPlugin.values().stream()
                .flatMap(application -> application.methods().stream())
                .toList();
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
        Optional<RestApplication.Call> call = readable(plugin, path, request, body);
        if (call.isEmpty()) {
            new Problem(400, "bad_address", "The address cannot be read.", "Nothing was done.").send(response);
            return;
        }
        List<String> keys = request.getMethod().equals("POST")
                ? Collections.list(request.getHeaders("Idempotency-Key"))
                : List.of();
        send(once(keys, actor, call.get(), () -> asked(plugin, application, actor, call.get())), response);
    }

    /** The answer; the first one again where the caller named the call and names it again. */
    private RestApplication.Answer once(
            List<String> keys, Actor actor, RestApplication.Call call, Supplier<RestApplication.Answer> asking) {
        if (keys.isEmpty()) {
            return asking.get();
        }
        if (NamedCalls.isKey(keys)) {
            return named.answer(CallName.of(actor, keys.get(0), call), asking);
        }
        return new Problem(
                        400,
                        "idempotency_key_invalid",
                        "The Idempotency-Key cannot be used.",
                        "Nothing was done. Send one key of 16 to 128 visible ASCII characters.")
                .answer();
    }

    /** Servers let characters through that no address may hold: then there is no call. */
    private Optional<RestApplication.Call> readable(
            LivePlugin plugin, String path, HttpServletRequest request, byte[] body) {
        try {
            return Optional.of(callOf(plugin, path, request, body));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private RestApplication.Answer asked(
            LivePlugin plugin, RestApplication application, Actor actor, RestApplication.Call call) {
        try {
            boolean secure = "https".equals(publicUrl.getScheme());
            return calls.call(plugin, TimeLimit.PAGE, () -> application.answer(call, new ActorSecurity(actor, secure)));
        } catch (PluginFault fault) {
            return problem(fault).answer();
        }
    }

    private RestApplication.Call callOf(LivePlugin plugin, String path, HttpServletRequest request, byte[] body) {
        String base = publicUrl + "/api/plugins/" + plugin.id() + "/";
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Collections.list(request.getHeaderNames()).stream()
                .filter(name -> !name.equalsIgnoreCase("cookie") && !name.equalsIgnoreCase("authorization"))
                .forEach(name -> headers.put(name, Collections.list(request.getHeaders(name))));
        // A browser, or a program that does not mind, gets whatever the resource has.
        if (headers.getOrDefault("Accept", List.of("")).toString().contains("text/html")) {
            headers.put("Accept", List.of("application/json, */*;q=0.1"));
        }
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
