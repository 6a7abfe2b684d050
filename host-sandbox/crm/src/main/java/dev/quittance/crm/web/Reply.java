package dev.quittance.crm.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer. Immutable and thread-safe.
 *
 * @param status the HTTP status
 * @param headers beside those that every answer has; one name may stand more than once
 * @param body the bytes
 */
public record Reply(int status, List<Header> headers, byte[] body) {
    /**
     * A header.
     *
     * @param name its name
     * @param value its value
     */
    public record Header(String name, String value) {}

    private static final byte[] NOTHING = {};

    /** Copies the headers. */
    public Reply {
        headers = List.copyOf(headers);
    }

    /** A page. */
    public static Reply html(int status, String html) {
        return of(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    /** Words as they are. */
    public static Reply text(int status, String words) {
        return of(status, "text/plain; charset=utf-8", words.getBytes(StandardCharsets.UTF_8));
    }

    /** Any bytes. */
    public static Reply of(int status, String contentType, byte[] body) {
        return new Reply(status, List.of(new Header("Content-Type", contentType)), body);
    }

    /** Go on there with GET. */
    public static Reply seeOther(String path) {
        return new Reply(HttpServletResponse.SC_SEE_OTHER, List.of(new Header("Location", path)), NOTHING);
    }

    /** The same with another status. */
    public Reply withStatus(int other) {
        return new Reply(other, headers, body);
    }

    /** The same with one more header. */
    public Reply with(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Reply(status, more, body);
    }

    void writeTo(HttpServletResponse response, boolean withBody) throws IOException {
        response.setStatus(status);
        for (Header header : headers) {
            if (header.name().equals("Set-Cookie")) {
                response.addHeader(header.name(), header.value());
            } else {
                response.setHeader(header.name(), header.value());
            }
        }
        response.setContentLength(body.length);
        if (withBody) {
            response.getOutputStream().write(body);
        }
    }
}
