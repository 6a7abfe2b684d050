package dev.quittance.emulator.connect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quittance.emulator.page.Page;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Answers that are not the API's: flat JSON, pages, redirects; and the forms that ask for them. */
final class Replies {
    private Replies() {}

    static Answer json(int status, JsonNode body) {
        return new Answer(
                status, Map.of("Content-Type", "application/json", "Cache-Control", "no-store"), Json.pretty(body));
    }

    static Answer html(int status, Page page) {
        return new Answer(status, page.headers(), page.html().getBytes(StandardCharsets.UTF_8));
    }

    static Answer redirect(String location) {
        return new Answer(
                303,
                Map.of("Location", location, "Cache-Control", "no-store", "Referrer-Policy", "no-referrer"),
                new byte[0]);
    }

    /** An address with further parameters. */
    static String with(String address, Map<String, String> parameters) {
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return address + (address.contains("?") ? "&" : "?") + String.join("&", pairs);
    }

    /** What was sent, by query and by body. */
    static Form form(Call call) {
        String body = new String(call.body(), StandardCharsets.UTF_8);
        String query = call.rawQuery();
        return Form.parse(query.isEmpty() || body.isEmpty() ? query + body : query + "&" + body);
    }

    /**
     * Refuses what a page of somebody else's sends: browsers say where a form was.
     *
     * @throws ApiError 403
     */
    static void requireOwnPage(Call call) {
        String origin = call.headers().get("origin");
        if (origin == null || call.method().equals("GET")) {
            return;
        }
        String host = call.headers().getOrDefault("host", "");
        try {
            if (host.equals(String.valueOf(URI.create(origin).getAuthority()))) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // An origin that is none is nobody's own page.
        }
        throw ApiError.forbidden(null, "This was sent by a page of another origin. Nothing was done.");
    }
}
