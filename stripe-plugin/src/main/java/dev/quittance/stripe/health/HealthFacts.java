package dev.quittance.stripe.health;

import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Cell;
import dev.quittance.api.ui.Fact;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import dev.quittance.stripe.connection.Connection;
import dev.quittance.stripe.connection.ConnectionState;
import dev.quittance.stripe.storage.Backlog;
import dev.quittance.stripe.webhook.InboxHealth;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figures of the line to Stripe, and what they mean. */
record HealthFacts(Connection connection, InboxHealth health) {
    Block block() {
        return Block.facts(
                new Fact(Text.of("health.last_verified", "Last event that Stripe sent"), moment(health.lastVerified())),
                new Fact(Text.of("health.last_applied", "Last event taken in"), moment(health.lastApplied())),
                new Fact(
                        Text.of("health.waiting", "Events waiting"),
                        Cell.plain(health.waiting().words())),
                new Fact(
                        Text.of("health.oldest", "The oldest of them since"),
                        moment(health.waiting().oldest())),
                new Fact(
                        Text.of("health.told", "Sent by Stripe within a day"),
                        Cell.plain(Backlog.words(health.toldByStripe()))),
                new Fact(
                        Text.of("health.found", "Found only by looking within a day"),
                        Cell.plain(Backlog.words(health.foundByLooking()))),
                new Fact(Text.of("health.rejected", "Deliveries not believed"), count(health.rejected())),
                new Fact(Text.of("health.last_rejected", "The last of them"), moment(health.lastRejected())));
    }

    List<Block> warnings() {
        List<Block> warnings = new ArrayList<>();
        if (connection.state() == ConnectionState.NEEDS_RECONNECT) {
            warnings.add(
                    Block.callout(
                            Tone.DANGER,
                            Text.of(
                                    "health.key_refused",
                                    "Stripe no longer takes the key. Calls wait and nothing is lost; replace the key in the settings.")));
        }
        if (isDoubted()) {
            warnings.add(Block.callout(
                    Tone.DANGER,
                    Text.of(
                            "health.doubted",
                            "Deliveries came whose signature does not fit the secret: it was probably rolled at Stripe. Repair the "
                                    + "endpoint; until then payments are looked up every minute.")));
        }
        if (health.foundByLooking() > 0) {
            warnings.add(Block.callout(
                    Tone.WARNING,
                    Text.of(
                            "health.not_told",
                            "{0} events of the last day were found only by looking: Stripe did not send them, or they did not arrive. "
                                    + "Nothing is lost. Send a test event, and repair the endpoint if it does not come.",
                            Backlog.words(health.foundByLooking()))));
        }
        if (health.waiting().count() > Backlog.MOST) {
            warnings.add(Block.callout(
                    Tone.WARNING,
                    Text.of(
                            "health.backlog",
                            "{0} events wait to be taken in. They are stored; what they bring shows a little later.",
                            health.waiting().words())));
        }
        return warnings;
    }

    /** Not believed, and nothing believed since. */
    private boolean isDoubted() {
        Instant verified = health.lastVerified().orElse(Instant.EPOCH);
        return health.lastRejected().filter(verified::isBefore).isPresent();
    }

    private static Cell moment(Optional<Instant> moment) {
        return moment.map(Cell::moment).orElse(Cell.empty());
    }

    private static Cell count(long count) {
        return Cell.plain(Long.toString(count));
    }
}
