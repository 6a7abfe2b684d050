package dev.quittance.trials.simulation;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quittance.api.rest.WebhookCall;
import dev.quittance.api.rest.WebhookReply;
import dev.quittance.emulator.port.Delivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Brings webhooks to the host: lost, doubled, late and out of order, and now and then a forged one that nobody sent. */
final class Postman {
    private static final Duration FASTEST = Duration.ofMillis(30);
    private static final Duration SLOWEST = Duration.ofSeconds(3);
    private static final Duration LATE = Duration.ofSeconds(20);

    /** Twenty seconds, doubled up to ten times: beyond five hours. */
    private static final int LATE_DOUBLINGS = 10;

    /** Within this age a genuine delivery must be taken; older ones are refused as replays, which is right too. */
    private static final Duration CERTAINLY_FRESH = Duration.ofSeconds(290);

    private static final int FORGERY_RATE = 400;
    private static final int NO_ANSWER = 0;
    private static final int UNAVAILABLE = 503;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Scene scene;
    private final Host host;
    private final Dice dice;

    Postman(Scene scene, Host host) {
        this.scene = scene;
        this.host = host;
        this.dice = scene.dice().named("postman");
    }

    void take(Delivery delivery) {
        if (scene.faults().strike(FaultKind.WEBHOOK_LOST)) {
            scene.agenda().after(SLOWEST, () -> scene.stripe().report(delivery.deliveryId(), NO_ANSWER));
            return;
        }
        Instant sentAt = scene.clock().instant();
        Duration transit = scene.faults().strike(FaultKind.WEBHOOK_LATE)
                ? dice.heavyTail(LATE, LATE_DOUBLINGS)
                : dice.between(FASTEST, SLOWEST);
        scene.agenda().after(transit, () -> {
            int status = bring(delivery, sentAt);
            scene.stripe().report(delivery.deliveryId(), status);
        });
        if (scene.faults().strike(FaultKind.WEBHOOK_DOUBLED)) {
            scene.agenda().after(dice.heavyTail(FASTEST, LATE_DOUBLINGS), () -> bring(delivery, sentAt));
        }
        if (!scene.faults().areOff() && dice.happens(FORGERY_RATE)) {
            scene.agenda().after(dice.between(FASTEST, SLOWEST), () -> forge(delivery));
        }
    }

    private int bring(Delivery delivery, Instant sentAt) {
        Reply<WebhookReply> reply = receive("webhook", delivery, delivery.body());
        if (reply.value().isEmpty()) {
            return UNAVAILABLE;
        }
        WebhookReply answer = reply.value().get();
        scene.trace().step("postman", delivery.deliveryId() + " -> " + answer);
        boolean fresh = scene.clock().instant().isBefore(sentAt.plus(CERTAINLY_FRESH));
        if (answer == WebhookReply.ACCEPTED) {
            requireStored(delivery.body());
        } else if (answer != WebhookReply.UNAVAILABLE && fresh) {
            scene.violations().add("genuine_webhook_refused", delivery.deliveryId() + " " + answer);
        }
        return answer.status();
    }

    private void forge(Delivery delivery) {
        byte[] altered = delivery.body().clone();
        altered[dice.below(altered.length)] ^= 1;
        Reply<WebhookReply> reply = receive("webhook (forged)", delivery, altered);
        reply.value().ifPresent(answer -> {
            if (answer == WebhookReply.ACCEPTED || reply.writes() > 0) {
                scene.violations().add("forged_webhook_taken", delivery.deliveryId() + " " + answer);
            }
        });
    }

    private Reply<WebhookReply> receive(String label, Delivery delivery, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        delivery.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        String endpointId = SimulatedUrls.partsAfterPrefix(delivery.url()).get(1);
        return host.call(label, process -> process.webhooks().receive(new WebhookCall(endpointId, headers, body)));
    }

    /** Whoever says thank you has stored it for good. */
    private void requireStored(byte[] body) {
        String eventId = eventId(body);
        if (Tables.count(
                        scene.database(),
                        "select count(*) from webhook_event where stripe_event_id = '" + eventId + "'")
                == 0) {
            scene.violations().add("acknowledged_and_not_stored", eventId);
        }
    }

    private static String eventId(byte[] body) {
        try {
            return JSON.readTree(body).path("id").asText();
        } catch (IOException e) {
            throw new UncheckedIOException("the local Stripe sends JSON", e);
        }
    }
}
