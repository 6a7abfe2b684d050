package dev.quittance.platform.service;

import dev.quittance.api.host.Outgoing;
import dev.quittance.api.host.OutgoingException;
import dev.quittance.api.host.OutgoingRequest;
import dev.quittance.api.host.OutgoingResponse;
import dev.quittance.api.host.Secrets;
import dev.quittance.platform.extension.Origins;
import dev.quittance.platform.extension.PluginManifest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * HTTP of one plugin, to the origins that its manifest declares. A sealed key is opened here, for the one header; the
 * client keeps that with the connection until {@link dev.quittance.platform.IdleConnections} has it closed. Thread-safe.
 */
final class HttpOutgoing implements Outgoing {
    /** The client writes these itself. */
    private static final Set<String> CLIENTS_OWN =
            Set.of("connection", "content-length", "expect", "host", "upgrade", "transfer-encoding");

    private static final Set<String> METHODS = Set.of("GET", "POST", "DELETE");

    private final HttpClient client;
    private final PluginManifest manifest;
    private final Origins origins;
    private final Secrets secrets;
    private final PublicAddresses addresses;

    HttpOutgoing(Way way, PluginManifest manifest, Origins origins, Secrets secrets) {
        this.client = way.client();
        this.addresses = way.addresses();
        this.manifest = manifest;
        this.origins = origins;
        this.secrets = secrets;
    }

    /**
     * How requests leave.
     *
     * @param client sends them
     * @param addresses where they may go
     */
    record Way(HttpClient client, PublicAddresses addresses) {}

    @Override
    public OutgoingResponse send(OutgoingRequest request) throws OutgoingException {
        HttpRequest prepared = prepared(request);
        boolean led = !prepared.uri().equals(request.uri());
        if (!led) {
            // What the host's own configuration leads elsewhere may be near: the sandbox's local Stripe is.
            addresses.require(prepared.uri(), client, request.timeLimit());
        }
        CompletableFuture<HttpResponse<byte[]>> exchange =
                client.sendAsync(prepared, info -> new BoundedBody(OutgoingResponse.MAX_BODY_BYTES));
        try {
            HttpResponse<byte[]> answer = exchange.get(request.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
            return new OutgoingResponse(answer.statusCode(), firstOfEach(answer), answer.body());
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw OutgoingException.noAnswer("no whole answer in " + request.timeLimit(), e);
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw OutgoingException.noAnswer("interrupted while waiting for the answer", e);
        } catch (ExecutionException e) {
            throw classified(e.getCause() == null ? e : e.getCause());
        }
    }

    private HttpRequest prepared(OutgoingRequest request) throws OutgoingException {
        URI uri = request.uri();
        boolean declared = manifest.network().egress().stream()
                .anyMatch(one -> Origins.originOf(one).equals(Origins.originOf(uri)));
        if (!declared) {
            throw OutgoingException.notSent("the manifest does not declare " + Origins.originOf(uri), null);
        }
        try {
            if (!METHODS.contains(request.method())) {
                throw new IllegalArgumentException("not a method for this: " + request.method());
            }
            HttpRequest.Builder builder = HttpRequest.newBuilder(origins.lead(uri))
                    .timeout(request.timeLimit())
                    .method(request.method(), body(request));
            for (Map.Entry<String, String> header : request.headers().entrySet()) {
                String name = header.getKey().toLowerCase(Locale.ROOT);
                if (name.equals("authorization")) {
                    throw new IllegalArgumentException("keys go by bearer, not by header");
                }
                if (!CLIENTS_OWN.contains(name)) {
                    builder.header(header.getKey(), header.getValue());
                }
            }
            request.bearer()
                    .ifPresent(bearer -> builder.header(
                            "Authorization",
                            "Bearer " + secrets.openText(bearer.org(), bearer.purpose(), bearer.key())));
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw OutgoingException.notSent("the request cannot be sent: " + e.getMessage(), null);
        }
    }

    private static HttpRequest.BodyPublisher body(OutgoingRequest request) {
        boolean none = request.body().length == 0 && !request.method().equals("POST");
        return none ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(request.body());
    }

    /** Only where no connection came about it is certain that nothing left; everything else may have been acted on. */
    private static OutgoingException classified(Throwable cause) {
        boolean notSent = cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnresolvedAddressException
                || cause.getCause() instanceof UnresolvedAddressException;
        String message = cause.getClass().getSimpleName();
        return notSent
                ? OutgoingException.notSent("no connection: " + message, cause)
                : OutgoingException.noAnswer(
                        cause instanceof IOException ? "no whole answer: " + message : message, cause);
    }

    private static Map<String, String> firstOfEach(HttpResponse<byte[]> answer) {
        Map<String, String> first = new HashMap<>();
        answer.headers().map().forEach((name, values) -> first.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return first;
    }
}
