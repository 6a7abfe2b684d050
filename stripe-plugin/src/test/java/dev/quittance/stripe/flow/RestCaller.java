package dev.quittance.stripe.flow;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.rest.ActorPrincipal;
import dev.quittance.api.rest.RestModule;
import jakarta.ws.rs.core.SecurityContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;

/** A program that calls the plugin's REST interface, run as a host runs it. */
final class RestCaller {
    static final String BASE = "https://crm.example/api/plugins/stripe-payments/";

    /** Kept, or its level would be forgotten: it warns of every resource that is given as an instance. */
    private static final Logger JERSEY_PROVIDERS = Logger.getLogger("org.glassfish.jersey.internal.inject.Providers");

    private final ApplicationHandler handler;

    RestCaller(Shop shop) {
        JERSEY_PROVIDERS.setLevel(Level.SEVERE);
        ResourceConfig config = new ResourceConfig();
        config.property(ServerProperties.WADL_FEATURE_DISABLE, true);
        config.property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
        config.register(new JacksonFeature());
        config.registerInstances(shop.extension(RestModule.class).resources());
        this.handler = new ApplicationHandler(config);
    }

    /** What came back; an empty object where there was no JSON. */
    record Answer(int status, String type, Optional<String> location, String body, JsonObject json) {
        /** The codes of what is wrong, each with its field: {@code amount:amount_too_small}. */
        List<String> errors() {
            return json.getAsJsonArray("errors").asList().stream()
                    .map(error -> error.getAsJsonObject().get("field").getAsString() + ":"
                            + error.getAsJsonObject().get("code").getAsString())
                    .toList();
        }

        String code() {
            return json.get("code").getAsString();
        }
    }

    Answer get(String path, Actor actor) {
        return answer(request("GET", path, actor));
    }

    Answer post(String path, String body, Actor actor) {
        return post(path, body, actor, "");
    }

    Answer post(String path, String body, Actor actor, String idempotencyKey) {
        ContainerRequest request = request("POST", path, actor);
        request.header("Content-Type", "application/json");
        if (!idempotencyKey.isEmpty()) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        request.setEntityStream(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        return answer(request);
    }

    private ContainerRequest request(String method, String path, Actor actor) {
        return new ContainerRequest(
                URI.create(BASE),
                URI.create(BASE + path),
                method,
                new Signed(actor),
                new MapPropertiesDelegate(),
                handler.getConfiguration());
    }

    private Answer answer(ContainerRequest request) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ContainerResponse response = handler.apply(request, out).get();
            String body = out.toString(StandardCharsets.UTF_8);
            return new Answer(
                    response.getStatus(),
                    String.valueOf(response.getMediaType()),
                    Optional.ofNullable(response.getHeaderString("Location")),
                    body,
                    body.startsWith("{") ? JsonParser.parseString(body).getAsJsonObject() : new JsonObject());
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Signed(Actor actor) implements SecurityContext {
        @Override
        public Principal getUserPrincipal() {
            return new ActorPrincipal(actor);
        }

        @Override
        public boolean isUserInRole(String role) {
            return actor.may(role);
        }

        @Override
        public boolean isSecure() {
            return true;
        }

        @Override
        public String getAuthenticationScheme() {
            return "test";
        }
    }
}
