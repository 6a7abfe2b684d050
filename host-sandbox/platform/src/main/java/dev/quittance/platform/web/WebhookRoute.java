package dev.quittance.platform.web;

import dev.quittance.api.rest.WebhookCall;
import dev.quittance.api.rest.WebhookEndpoint;
import dev.quittance.api.rest.WebhookReply;
import dev.quittance.platform.extension.LivePlugin;
import dev.quittance.platform.extension.PluginFault;
import dev.quittance.platform.extension.PluginManifest;
import dev.quittance.platform.extension.TimeLimit;
import dev.quittance.platform.meter.Meters;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /webhooks/{plugin}/{endpoint}}: raw bytes from anyone, bounded, without session or token; the plugin checks who sent
 * them. Neither body nor path is logged. Thread-safe.
 */
final class WebhookRoute {
    private static final int MAX_HEADER_CHARACTERS = 16 * 1024;
    private static final int BAD_METHOD = 405;
    private static final int TOO_LARGE = 413;
    private static final int HEADERS_TOO_LARGE = 431;

    private final Desk desk;
    private final Meters meters;
    private final boolean switchedOff;

    WebhookRoute(Desk desk, Meters meters, boolean switchedOff) {
        this.desk = desk;
        this.meters = meters;
        this.switchedOff = switchedOff;
    }

    void serve(Exchange exchange) throws IOException {
        Optional<PluginManifest> manifest =
                desk.plugins().findInstalled(exchange.path().get(1)).filter(PluginManifest::webhooks);
        if (manifest.isEmpty()) {
            exchange.status(WebhookReply.UNKNOWN_ENDPOINT.status());
        } else if (!exchange.isPost()) {
            exchange.response().setHeader("Allow", "POST");
            exchange.status(BAD_METHOD);
        } else {
            int status = status(exchange, manifest.get());
            meters.webhook(manifest.get().id(), status);
            exchange.status(status);
        }
    }

    private int status(Exchange exchange, PluginManifest manifest) throws IOException {
        Optional<LivePlugin> plugin = desk.plugins().findOn(manifest.id());
        if (plugin.isEmpty() || switchedOff) {
            return WebhookReply.UNAVAILABLE.status();
        }
        Map<String, String> headers = headers(exchange.request());
        int length = headers.entrySet().stream()
                .mapToInt(header -> header.getKey().length() + header.getValue().length())
                .sum();
        if (length > MAX_HEADER_CHARACTERS) {
            return HEADERS_TOO_LARGE;
        }
        if (exchange.request().getContentLengthLong() > WebhookCall.MAX_BODY_BYTES) {
            return TOO_LARGE;
        }
        byte[] body = exchange.request().getInputStream().readNBytes(WebhookCall.MAX_BODY_BYTES + 1);
        if (body.length > WebhookCall.MAX_BODY_BYTES) {
            return TOO_LARGE;
        }
        return passedOn(plugin.get(), new WebhookCall(exchange.path().get(2), headers, body));
    }

    private int passedOn(LivePlugin plugin, WebhookCall call) {
        try {
            return desk.calls().call(plugin, TimeLimit.WEBHOOK, () -> {
                WebhookReply reply = WebhookReply.UNKNOWN_ENDPOINT;
                for (WebhookEndpoint endpoint : plugin.extensions(WebhookEndpoint.class)) {
                    reply = reply == WebhookReply.UNKNOWN_ENDPOINT ? endpoint.receive(call) : reply;
                }
                return reply.status();
            });
        } catch (PluginFault fault) {
            // Whoever sent it sends it again.
            return WebhookReply.UNAVAILABLE.status();
        }
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!lower.equals("cookie") && !lower.equals("authorization")) {
                headers.putIfAbsent(lower, request.getHeader(name));
            }
        }
        return headers;
    }
}
