package dev.quittance.stripe.hold;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.job.JobHandler;
import dev.quittance.stripe.connection.Connections;
import dev.quittance.stripe.installation.Hold;
import dev.quittance.stripe.installation.HoldAnswer;
import dev.quittance.stripe.installation.Installations;
import dev.quittance.stripe.operation.Operations;
import dev.quittance.stripe.outbox.Held;
import dev.quittance.stripe.outbox.Outbox;
import dev.quittance.stripe.storage.Database;
import dev.quittance.stripe.webhook.Inbox;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** What is held, and what an admin's answer does: all of it in one transaction, or nothing. Thread-safe. */
public final class Holds {
    private final PluginContext context;
    private final Database database;
    private final Services services;

    /**
     * What a hold stops.
     *
     * @param installations whether this is the installation
     * @param operations calls to Stripe
     * @param connections the accounts
     * @param inbox what Stripe told
     * @param outbox what leaves
     * @param held what of it waits
     */
    public record Services(
            Installations installations,
            Operations operations,
            Connections connections,
            Inbox inbox,
            Outbox outbox,
            Held held) {}

    /** What came of an answer. */
    public enum Answered {
        /** It counts; or the same was answered before. */
        DONE,
        /** Somebody has answered something else, or there is nothing to answer. */
        TOO_LATE,
        /** What Stripe did has not been looked at yet. */
        NOT_CAUGHT_UP
    }

    /** Holds over these. */
    public Holds(PluginContext context, Database database, Services services) {
        this.context = context;
        this.database = database;
        this.services = services;
    }

    /** What is held, if anything is. Never inside a transaction. */
    public Optional<HoldState> find(OrgId org) {
        return services.installations()
                .findHold(org)
                .map(hold -> new HoldState(
                        hold,
                        isCaughtUp(hold),
                        services.operations().countHeld(org),
                        services.held().count(org)));
    }

    /**
     * Answers what this is. Moved and restored need that Stripe's events were looked through; a copy lets go at any time. Safe to repeat
     * with the same answer; of two different ones the first counts. Never inside a transaction.
     *
     * @param by the user's id
     */
    public Answered answer(OrgId org, UUID holdId, HoldAnswer answer, String by) {
        Optional<Hold> seen = services.installations()
                .findHold(org)
                .filter(hold -> hold.holdId().equals(holdId) && answer.answers(hold));
        if (seen.isPresent() && answer != HoldAnswer.COPY && !isCaughtUp(seen.get())) {
            return Answered.NOT_CAUGHT_UP;
        }
        boolean done = database.transaction(tx -> services.installations()
                .lockHold(tx, org)
                .filter(hold -> hold.holdId().equals(holdId) && answer.answers(hold))
                .map(hold -> end(tx, hold, answer, by))
                .orElse(false));
        if (done) {
            services.operations().nudge();
            services.outbox().nudge();
        }
        boolean same = services.installations()
                .findAnswer(org, holdId)
                .filter(answer::equals)
                .isPresent();
        return same ? Answered.DONE : Answered.TOO_LATE;
    }

    private boolean end(DSLContext tx, Hold hold, HoldAnswer answer, String by) {
        OrgId org = hold.org();
        services.installations().answer(tx, hold, answer, by);
        if (answer == HoldAnswer.COPY) {
            int calls = services.operations().giveUpAll(tx, org);
            int effects = services.held().giveUp(tx, org, by, context.clock().instant());
            int accounts = services.connections().letGo(tx, org, by);
            return calls + effects + accounts >= 0;
        }
        return services.operations().resumeAll(tx, org) >= 0;
    }

    /** Where no account is in use there is nothing to look through. */
    private boolean isCaughtUp(Hold hold) {
        boolean isLooked = hold.isLookedThrough()
                || services.connections().findLive(hold.org()).isEmpty();
        return isLooked && !services.inbox().hasUntried(hold.org());
    }

    /** What stands on records. */
    public HoldPanel panel() {
        return new HoldPanel(services.installations());
    }

    /** The job that notices a copy soon after the start, and has Stripe looked through while money is held. */
    public JobHandler job() {
        return new HoldJob(context, services.installations(), services.connections());
    }
}
