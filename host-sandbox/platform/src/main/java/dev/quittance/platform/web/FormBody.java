package dev.quittance.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a submitted form by ourselves: a container would keep its parameters with the request, secrets included, for as long as it
 * keeps the request.
 */
final class FormBody {
    /** The longest form has a few paragraphs. */
    private static final int MAX_BYTES = 128 * 1024;

    private static final int MAX_FIELDS = 200;

    private FormBody() {}

    /** The first value of each field, or empty if it is no form, or too large, or malformed. */
    static Optional<Map<String, String>> read(HttpServletRequest request) throws IOException {
        String type =
                request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
        if (!type.startsWith("application/x-www-form-urlencoded") || request.getContentLengthLong() > MAX_BYTES) {
            return Optional.empty();
        }
        byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
        try {
            return body.length > MAX_BYTES ? Optional.empty() : decoded(new String(body, StandardCharsets.UTF_8));
        } finally {
            Arrays.fill(body, (byte) 0);
        }
    }

    /** The same for a query; empty for none. */
    static Map<String, String> ofQuery(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? Map.of() : decoded(query).orElse(Map.of());
    }

    private static Optional<Map<String, String>> decoded(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        String[] pairs = text.isEmpty() ? new String[0] : text.split("&", -1);
        if (pairs.length > MAX_FIELDS) {
            return Optional.empty();
        }
        try {
            for (String pair : pairs) {
                int equals = pair.indexOf('=');
                String key = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                fields.putIfAbsent(
                        URLDecoder.decode(key, StandardCharsets.UTF_8),
                        URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
            return Optional.of(fields);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
