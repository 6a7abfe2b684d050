package dev.quittance.platform.web;

import dev.quittance.api.identity.Actor;
import dev.quittance.platform.extension.LivePlugin;
import dev.quittance.platform.extension.PluginFault;
import dev.quittance.platform.host.SameOrigin;
import dev.quittance.platform.render.Reader;
import dev.quittance.platform.render.Words;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * Lets people who are signed in to a plugin's screens; the others are led to the sign-in page. What another site made their
 * browser send stays outside. Thread-safe.
 */
final class StaffDoor {
    private final Desk desk;
    private final SameOrigin sameOrigin;

    StaffDoor(Desk desk) {
        this.desk = desk;
        this.sameOrigin = new SameOrigin(desk.host().publicUrl());
    }

    /** A screen of a plugin's, for somebody who is signed in. */
    @FunctionalInterface
    interface Screen {
        void show(LivePlugin plugin, Actor actor, Audience audience) throws IOException;
    }

    /** Opens it if somebody is signed in and the plugin is on. */
    void enter(Exchange exchange, String pluginId, Screen screen) throws IOException {
        Optional<Actor> actor = desk.host().actor(exchange.request());
        if (actor.isEmpty()) {
            signIn(exchange);
            return;
        }
        Words words = desk.presentation().own(desk.presentation().reader(actor.get()));
        Audience audience = Audience.staff(actor.get(), words);
        if (!exchange.isRead() && !sameOrigin.allows(exchange.request())) {
            desk.replies().message(exchange, audience, Message.CROSS_SITE);
            return;
        }
        Optional<LivePlugin> plugin = desk.plugins().findOn(pluginId);
        if (plugin.isPresent()) {
            try {
                screen.show(plugin.get(), actor.get(), audience);
            } catch (PluginFault fault) {
                desk.replies().fault(exchange, audience, fault);
            }
        } else if (desk.plugins().findInstalled(pluginId).isPresent()) {
            desk.replies().off(exchange, audience);
        } else {
            desk.replies().absent(exchange, audience);
        }
    }

    private void signIn(Exchange exchange) throws IOException {
        Optional<URI> page = desk.host().signInPage(exchange.request());
        if (page.isPresent() && !exchange.wantsJson()) {
            exchange.seeOther(page.get().toString());
            return;
        }
        Words words = desk.presentation().own(Reader.of(exchange.locale()));
        desk.replies().message(exchange, Audience.nobodySignedIn(words), Message.SIGN_IN);
    }
}
