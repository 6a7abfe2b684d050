package dev.quittance.platform.web;

import dev.quittance.api.ErrorType;
import dev.quittance.api.PluginException;
import dev.quittance.api.ui.Tone;
import dev.quittance.platform.extension.PluginFault;
import dev.quittance.platform.host.StaffLayout;
import dev.quittance.platform.host.StaffPage;
import dev.quittance.platform.render.BlockView;
import dev.quittance.platform.render.CalloutView;
import dev.quittance.platform.render.PageView;
import dev.quittance.platform.render.Templates;
import dev.quittance.platform.render.UiJson;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends pages, and the pages that say why there is none. Thread-safe. */
final class Replies {
    private static final String HTML = "text/html; charset=utf-8";

    private final Templates templates;
    private final StaffLayout layout;
    private final boolean https;

    Replies(Templates templates, StaffLayout layout, URI publicUrl) {
        this.templates = templates;
        this.layout = layout;
        this.https = "https".equals(publicUrl.getScheme());
    }

    /** A page. */
    void page(Exchange exchange, Audience audience, int status, PageView page) throws IOException {
        if (exchange.wantsJson()) {
            exchange.send(status, UiJson.MEDIA_TYPE, UiJson.page(page));
        } else if (audience.staff()) {
            if (page.refreshSeconds() > 0) {
                exchange.response().setHeader("Refresh", String.valueOf(page.refreshSeconds()));
            }
            StaffPage staffPage = new StaffPage(audience.actor(), page.title(), templates.staffFragment(page));
            exchange.send(status, HTML, layout.page(exchange.request(), staffPage));
        } else {
            PublicHeaders.set(exchange.response(), audience.leadsTo(), https);
            exchange.send(status, HTML, templates.publicPage(page, audience.look()));
        }
    }

    /** What became of an action, where somebody asked for JSON. */
    void json(Exchange exchange, int status, String result, Map<String, String> details) throws IOException {
        exchange.send(status, UiJson.MEDIA_TYPE, UiJson.result(result, details));
    }

    /** Nothing here, or not for you: one answer for both. */
    void absent(Exchange exchange, Audience audience) throws IOException {
        message(exchange, audience, Message.ABSENT);
    }

    /** One of the platform's own messages. */
    void message(Exchange exchange, Audience audience, Message message, Object... arguments) throws IOException {
        String text = audience.words().say("error." + message.key(), arguments);
        String title = audience.words().say("error.title." + message.key());
        page(exchange, audience, message.status(), messagePage(audience, title, message.tone(), text));
    }

    /** A plugin gave no result. */
    void fault(Exchange exchange, Audience audience, PluginFault fault) throws IOException {
        Optional<PluginException> told = fault.told();
        if (told.isPresent()) {
            ErrorType type = told.get().code().type();
            int status = type == ErrorType.USER ? 422 : type == ErrorType.BUG ? 500 : 503;
            // Without the plugin's bundle: it may be the bundle that is broken.
            String text = audience.words().of(told.get().userText());
            page(
                    exchange,
                    audience,
                    status,
                    messagePage(audience, audience.words().say("error.title.refused"), Tone.DANGER, text));
            return;
        }
        switch (fault.kind()) {
            case OFF -> off(exchange, audience);
            case LATE -> message(exchange, audience, Message.LATE);
            case FAILED -> message(exchange, audience, Message.FAULT, fault.reference());
        }
    }

    /** The plugin is off for now. */
    void off(Exchange exchange, Audience audience) throws IOException {
        exchange.response().setHeader("Retry-After", "60");
        message(exchange, audience, Message.OFF);
    }

    private static PageView messagePage(Audience audience, String title, Tone tone, String text) {
        CalloutView callout = new CalloutView(tone.value(), audience.words().say("tone." + tone.value()), text);
        return PageView.of(title, List.of(new BlockView.Callout(callout)), audience.words());
    }
}
