package dev.quittance.platform.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A problem as RFC 9457 writes it. Immutable and thread-safe.
 *
 * @param status the HTTP status
 * @param code the stable code
 * @param title a short sentence
 * @param detail what happened and what to do; empty for no more than the title
 */
public record Problem(int status, String code, String title, String detail) {
    /** Its media type. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Nothing here, or not for you. */
    public static Problem absent() {
        return new Problem(404, "not_found", "There is nothing here.", "");
    }

    /** As JSON. */
    public String json() {
        ObjectNode node = JSON.createObjectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("code", code);
        if (!detail.isEmpty()) {
            node.put("detail", detail);
        }
        return node.toString();
    }

    /** As an answer of REST. */
    RestApplication.Answer answer() {
        return new RestApplication.Answer(
                status, Map.of("Content-Type", List.of(MEDIA_TYPE)), json().getBytes(StandardCharsets.UTF_8));
    }

    /** Answers with it. */
    public void send(HttpServletResponse response) throws IOException {
        byte[] body = json().getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
