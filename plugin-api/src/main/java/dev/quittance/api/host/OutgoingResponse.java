package dev.quittance.api.host;

import java.util.Locale;
import java.util.Map;

/**
 * An answer that came whole. The array is not copied: do not write to it.
 *
 * @param status the HTTP status; redirects are not followed
 * @param headers the first value of each, names in lower case
 * @param body the bytes, at most {@value #MAX_BODY_BYTES}; what is longer counts as no answer
 */
public record OutgoingResponse(int status, Map<String, String> headers, byte[] body) {
    /** The largest answer taken: a page of one hundred expanded objects is far below it. */
    public static final int MAX_BODY_BYTES = 8 * 1024 * 1024;

    /** Copies the headers. */
    public OutgoingResponse {
        headers = Map.copyOf(headers);
    }

    /** The first value of a header, or the empty string. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** Without the content. */
    @Override
    public String toString() {
        return "OutgoingResponse[" + status + "]";
    }
}
