package dev.quittance.stripe.request;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.record.OrgView;
import dev.quittance.stripe.connection.Connections;
import dev.quittance.stripe.outbox.Outbox;
import dev.quittance.stripe.outbox.OutboxEntry;
import dev.quittance.stripe.storage.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Whether an organisation's customers can pay now, and the way to ask those who can mend it. Thread-safe. */
public final class Readiness {
    /** The outbox kind of what admins are told; its detail is the reason's code, a slash and the asker's name. */
    public static final String ASK_KIND = "ask_admin";

    private final PluginContext context;
    private final Database database;
    private final Outbox outbox;
    private final Connections connections;

    /** The readiness of organisations with these connections. */
    public Readiness(PluginContext context, Database database, Outbox outbox, Connections connections) {
        this.context = context;
        this.database = database;
        this.outbox = outbox;
        this.connections = connections;
    }

    /** What keeps customers from paying now; empty if nothing does. */
    Optional<NotReady> find(OrgView org) {
        return NotReady.find(org, connections.findLive(org.id()));
    }

    /** Tells the admins that this person asks them; a second time on the same day, by the asker's calendar, changes nothing. */
    void ask(NotReady why, Actor actor) {
        Instant now = context.clock().instant();
        LocalDate day = LocalDate.ofInstant(now, actor.zone());
        OutboxEntry entry = new OutboxEntry(
                actor.org(),
                ASK_KIND + "/" + actor.userId() + "/" + day,
                ASK_KIND,
                context.ids().next(),
                why.code() + "/" + actor.name(),
                now);
        database.inTransaction(tx -> outbox.addIfNew(tx, entry));
        outbox.nudge();
    }
}
