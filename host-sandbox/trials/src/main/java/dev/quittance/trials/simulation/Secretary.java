package dev.quittance.trials.simulation;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.ClientView;
import dev.quittance.api.record.RecordEvent;
import dev.quittance.api.record.RecordRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Keeps one client's card at the host: corrects the address, or finds that the client is another one. */
final class Secretary {
    private static final int CORRECTS_RATE = 5_000;
    private static final int MERGES_RATE = 2_000;

    /** The attribute that holds the address that was wrong. */
    private static final String FROM = "from";

    private final Scene scene;
    private final RecordNews news;
    private final OrgId org;
    private final String client;
    private final String other;
    private final Dice dice;

    Secretary(Scene scene, RecordNews news, OrgId org, String client, String other) {
        this.scene = scene;
        this.news = news;
        this.org = org;
        this.client = client;
        this.other = other;
        this.dice = scene.dice().named("secretary " + client);
    }

    /** Plans what is done until the given moment. */
    void begin(Instant until) {
        at(CORRECTS_RATE, until, this::correct);
        at(MERGES_RATE, until, this::merge);
    }

    private void at(int rate, Instant until, Runnable step) {
        Instant now = scene.clock().instant();
        boolean happens = dice.happens(rate);
        Instant moment = now.plus(dice.between(Duration.ofMinutes(10), Duration.between(now, until)));
        if (happens) {
            scene.agenda().at(moment, step);
        }
    }

    private void correct() {
        scene.town().findClient(org, client).ifPresent(old -> {
            scene.town()
                    .clients()
                    .put(
                            org,
                            client,
                            new ClientView(
                                    client,
                                    old.name(),
                                    Optional.of(Town.correctAddress(client)),
                                    old.phone(),
                                    old.locale()));
            tell(RecordEvent.EMAIL_CORRECTED, Map.of(FROM, old.email().orElse("")));
        });
    }

    private void merge() {
        if (scene.town().findClient(org, client).isPresent()) {
            scene.town().merge(org, client, other);
            tell(RecordEvent.MERGED, Map.of(RecordEvent.INTO, other));
        }
    }

    private void tell(String kind, Map<String, String> attributes) {
        news.add(new RecordEvent(
                "secretary-" + client + "-" + kind,
                kind,
                org,
                RecordRef.client(client),
                scene.clock().instant(),
                attributes));
    }
}
