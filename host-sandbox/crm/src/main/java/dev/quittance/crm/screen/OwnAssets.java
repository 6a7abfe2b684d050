package dev.quittance.crm.screen;

import dev.quittance.crm.web.Access;
import dev.quittance.crm.web.Reply;
import dev.quittance.crm.web.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The CRM's style sheet and icon. */
final class OwnAssets {
    static final String STYLE = "/assets/crm/crm.css";
    private static final String ICON = "/assets/crm/icon.svg";
    /** Short, since the address does not change with the content. */
    private static final String CACHING = "public, max-age=300";

    private OwnAssets() {}

    static List<Route> routes() {
        return List.of(
                route(STYLE, "/assets/crm.css", "text/css; charset=utf-8"),
                route(ICON, "/assets/icon.svg", "image/svg+xml"),
                route("/favicon.ico", "/assets/icon.svg", "image/svg+xml"));
    }

    private static Route route(String address, String resource, String type) {
        Reply reply = Reply.of(200, type, bytes(resource)).with("Cache-Control", CACHING);
        return Route.get(address, Access.everybody(), exchange -> reply);
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = OwnAssets.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing in this build: " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
