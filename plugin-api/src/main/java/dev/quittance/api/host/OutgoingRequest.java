package dev.quittance.api.host;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An HTTP request to send. The array is not copied: do not write to it.
 *
 * @param method {@code GET}, {@code POST} or {@code DELETE}
 * @param uri absolute, on an origin that the manifest declares
 * @param headers sent as they are; no {@code Authorization} here
 * @param bearer whose key goes into the {@code Authorization} header; empty for none
 * @param body empty for none
 * @param timeLimit for the whole exchange
 */
public record OutgoingRequest(
        String method, URI uri, Map<String, String> headers, Optional<Bearer> bearer, byte[] body, Duration timeLimit) {
    /** Copies the headers. */
    public OutgoingRequest {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(bearer, "bearer");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(timeLimit, "timeLimit");
        headers = Map.copyOf(headers);
    }

    /** Method and origin only. */
    @Override
    public String toString() {
        return "OutgoingRequest[" + method + " " + uri.getHost() + "]";
    }
}
