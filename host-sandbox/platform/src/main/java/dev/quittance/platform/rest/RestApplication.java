package dev.quittance.platform.rest;

import dev.quittance.platform.extension.LivePlugin;
import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.spi.Container;
import org.glassfish.jersey.server.spi.RequestScopedInitializer;

/** One plugin's Jersey. Thread-safe once made. */
final class RestApplication {
    private final ApplicationHandler handler;
    private final Container container;
    private final GuardedMethods methods;

    /** An application of these resources; the loader is the plugin's. */
    RestApplication(LivePlugin plugin, Set<Object> resources, GuardedMethods methods, ClassLoader loader) {
        this.methods = methods;
        ResourceConfig config = new ResourceConfig();
        config.setApplicationName(plugin.id());
        config.property(ServerProperties.WADL_FEATURE_DISABLE, true);
        config.property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
        config.property(ServerProperties.METAINF_SERVICES_LOOKUP_DISABLE, true);
        config.register(JacksonFeature.withoutExceptionMappers());
        config.register(new OwnMapper(loader));
        config.register(new ProblemMapper());
        config.register(new PermissionFilter(methods));
        config.registerInstances(resources);
        this.handler = new ApplicationHandler(config);
        this.container = new InProcess(handler);
        handler.onStartup(container);
    }

    /** What a caller sends. */
    record Call(String method, URI base, URI address, Map<String, List<String>> headers, byte[] body) {}

    /** What it gets. */
    record Answer(int status, Map<String, List<String>> headers, byte[] body) {
        Answer with(String name, String value) {
            Map<String, List<String>> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            more.putAll(headers);
            more.put(name, List.of(value));
            return new Answer(status, more, body);
        }
    }

    Answer answer(Call call, SecurityContext security) throws ExecutionException, InterruptedException {
        ContainerRequest request = new ContainerRequest(
                call.base(),
                call.address(),
                call.method(),
                security,
                new MapPropertiesDelegate(),
                handler.getConfiguration());
        call.headers().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        request.setEntityStream(new ByteArrayInputStream(call.body()));
        RequestScopedInitializer nothing = manager -> {};
        request.setRequestScopedInitializer(nothing);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ContainerResponse response = handler.apply(request, body).get();
        return new Answer(
                response.getStatus(),
                Map.copyOf(response.getStringHeaders()),
                Objects.requireNonNull(body.toByteArray()));
    }

    List<RestMethod> methods() {
        return methods.list();
    }

    void close() {
        handler.onShutdown(container);
        handler.getInjectionManager().shutdown();
    }

    /** Jersey wants to know in what it runs. */
    private record InProcess(ApplicationHandler handler) implements Container {
        @Override
        public ResourceConfig getConfiguration() {
            return handler.getConfiguration();
        }

        @Override
        public ApplicationHandler getApplicationHandler() {
            return handler;
        }

        @Override
        public void reload() {
            throw new UnsupportedOperationException("an application is made anew, never reloaded");
        }

        @Override
        public void reload(ResourceConfig configuration) {
            reload();
        }
    }
}
