package dev.quittance.platform.web;

import dev.quittance.platform.render.UiJson;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A request, its path in parts, and its answer.
 *
 * @param request what came
 * @param response what goes
 * @param path the decoded parts of the path
 */
record Exchange(HttpServletRequest request, HttpServletResponse response, List<String> path) {

    /** Whether it only reads. */
    boolean isRead() {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    boolean isPost() {
        return request.getMethod().equals("POST");
    }

    boolean wantsJson() {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains(UiJson.MEDIA_TYPE);
    }

    /** What the browser prefers; English where it says nothing. */
    Locale locale() {
        return request.getHeader("Accept-Language") == null ? Locale.ENGLISH : request.getLocale();
    }

    void send(int status, String contentType, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(contentType);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    void status(int status) {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(0);
    }

    /** After a POST: the browser reads the other page by GET. */
    void seeOther(String address) {
        response.setHeader("Location", address);
        status(HttpServletResponse.SC_SEE_OTHER);
    }
}
