package dev.quittance.platform.web;

import dev.quittance.api.identity.Actor;
import dev.quittance.platform.extension.LivePlugin;
import dev.quittance.platform.rest.Problem;
import dev.quittance.platform.rest.RestApplications;
import java.io.IOException;
import java.util.Optional;

/** {@code /api/plugins/{plugin}/…}: a plugin's REST, for people who are signed in. Thread-safe. */
final class RestRoute {
    private final Desk desk;
    private final RestApplications applications;

    RestRoute(Desk desk, RestApplications applications) {
        this.desk = desk;
        this.applications = applications;
    }

    void serve(Exchange exchange) throws IOException {
        Optional<Actor> actor = desk.host().actor(exchange.request());
        Optional<LivePlugin> plugin = desk.plugins().findOn(exchange.path().get(2));
        if (actor.isEmpty()) {
            new Problem(401, "not_signed_in", "You are not signed in.", "Nothing was done.").send(exchange.response());
        } else if (plugin.isEmpty()) {
            Problem.absent().send(exchange.response());
        } else {
            String prefix = "/api/plugins/" + plugin.get().id();
            String raw = exchange.request().getRequestURI();
            int start = raw.indexOf(prefix) + prefix.length();
            applications.answer(
                    plugin.get(), raw.substring(start), actor.get(), exchange.request(), exchange.response());
        }
    }
}
