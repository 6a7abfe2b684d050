package dev.quittance.platform.web;

import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Tone;
import dev.quittance.platform.render.BlockView;
import dev.quittance.platform.render.PageView;
import dev.quittance.platform.screen.Flash;
import dev.quittance.platform.screen.FlashCookie;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a plugin answered to an action into an answer to the browser. Thread-safe. */
final class Results {
    private static final Logger LOG = LoggerFactory.getLogger(Results.class);

    private final Replies replies;
    private final FlashCookie flash;

    Results(Replies replies, FlashCookie flash) {
        this.replies = replies;
        this.flash = flash;
    }

    void send(Exchange exchange, Audience audience, ActionResult result, Outcome outcome) throws IOException {
        if (result instanceof ActionResult.Done done) {
            done(exchange, done, outcome);
        } else if (result instanceof ActionResult.Again again) {
            replies.page(exchange, audience, 422, outcome.again(again.form()));
        } else if (result instanceof ActionResult.Refused refused) {
            refused(exchange, audience, refused, outcome);
        } else if (result instanceof ActionResult.Leave leave) {
            leave(exchange, audience, leave.uri(), outcome);
        } else {
            replies.absent(exchange, audience);
        }
    }

    private void done(Exchange exchange, ActionResult.Done done, Outcome outcome) throws IOException {
        String message = outcome.pages().words().of(done.message());
        String next = done.next()
                .map(outcome.pages().links()::href)
                .filter(href -> !href.isEmpty())
                .orElse(outcome.backHref());
        if (exchange.wantsJson()) {
            replies.json(exchange, 200, "done", Map.of("message", message, "next", next));
            return;
        }
        if (!message.isBlank()) {
            flash.put(exchange.response(), new Flash(Tone.GOOD.value(), message));
        }
        exchange.seeOther(next);
    }

    private void refused(Exchange exchange, Audience audience, ActionResult.Refused refused, Outcome outcome)
            throws IOException {
        String reason = outcome.pages().words().of(refused.reason());
        if (exchange.wantsJson()) {
            replies.json(exchange, 409, "refused", Map.of("code", refused.code().value(), "reason", reason));
            return;
        }
        PageView page = PageView.of(
                        audience.words().say("error.title.refused"),
                        List.of(new BlockView.Callout(outcome.pages().callout(Tone.DANGER, reason))),
                        audience.words())
                .withBack(new PageView.LinkView(audience.words().say("error.back"), outcome.backHref()));
        replies.page(exchange, audience, 409, page);
    }

    private void leave(Exchange exchange, Audience audience, URI uri, Outcome outcome) throws IOException {
        if (!outcome.pages().links().allows(uri)) {
            LOG.error("a plugin wanted to lead somebody to an origin that its manifest does not declare");
            replies.message(exchange, audience, Message.FAULT, "undeclared-origin");
            return;
        }
        String address = outcome.pages().links().lead(uri).toString();
        if (exchange.wantsJson()) {
            replies.json(exchange, 200, "leave", Map.of("uri", address));
        } else {
            exchange.seeOther(address);
        }
    }
}
