package dev.quittance.api.rest;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A webhook as it came, its bytes untouched, so that a signature over them can be checked. The host has bounded body and
 * headers; nothing else is checked. The arrays are not copied: do not write to them.
 *
 * @param endpointId the last part of the address
 * @param headers the first value of each header, names in lower case
 * @param body the raw bytes, at most {@value #MAX_BODY_BYTES}
 */
public record WebhookCall(String endpointId, Map<String, String> headers, byte[] body) {
    /** The largest body a host passes on: Stripe's events are a few kilobytes, metadata and lists included. */
    public static final int MAX_BODY_BYTES = 256 * 1024;

    /** Copies the headers. */
    public WebhookCall {
        Objects.requireNonNull(endpointId, "endpointId");
        Objects.requireNonNull(body, "body");
        headers = Map.copyOf(headers);
    }

    /** The first value of a header, or the empty string. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** Without the content. */
    @Override
    public String toString() {
        return "WebhookCall[" + body.length + " bytes]";
    }
}
