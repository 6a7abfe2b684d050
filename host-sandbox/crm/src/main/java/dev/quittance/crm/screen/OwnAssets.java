package dev.quittance.crm.screen;

import dev.quittance.crm.web.Access;
import dev.quittance.crm.web.Reply;
import dev.quittance.crm.web.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** The CRM's style sheet and icon. */
final class OwnAssets {
    static final String STYLE = "/assets/crm/crm.css";
    static final String SCRIPT = "/assets/crm/crm.js";
    static final String DARK_STYLE = "/assets/crm/dark.css";
    private static final String TABLER = "/META-INF/resources/webjars/tabler__core/1.4.0/dist/css/tabler.min.css";
    private static final String ICON = "/assets/crm/icon.svg";
    /** Short, since the address does not change with the content. */
    private static final String CACHING = "public, max-age=300";

    private OwnAssets() {}

    static List<Route> routes() {
        return List.of(
                route(STYLE, "/assets/crm.css", "text/css; charset=utf-8"),
                route(SCRIPT, "/assets/crm.js", "text/javascript; charset=utf-8"),
                route(DARK_STYLE, "text/css; charset=utf-8", OwnAssets::dark),
                route(ICON, "/assets/icon.svg", "image/svg+xml"),
                route("/favicon.ico", "/assets/icon.svg", "image/svg+xml"));
    }

    private static Route route(String address, String resource, String type) {
        return route(address, type, () -> bytes(resource));
    }

    private static Route route(String address, String type, Supplier<byte[]> content) {
        return Route.get(
                address,
                Access.everybody(),
                exchange -> Reply.of(200, type, content.get()).with("Cache-Control", CACHING));
    }

    private static byte[] dark() {
        return DarkTheme.of(new String(bytes(TABLER), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
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
