package dev.quittance.emulator.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.event.Events;
import dev.quittance.emulator.port.Chance;
import dev.quittance.emulator.port.Delivery;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Renderer;
import dev.quittance.emulator.store.Store;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.Json;
import dev.quittance.emulator.wire.Signature;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings events to endpoints: at least once, in no particular order, signed anew for each try. What is out with the shell
 * is known only in memory; after a crash it goes out again. Guarded by the local Stripe's lock.
 */
public final class Webhooks {
    private static final String DELIVERED = "delivered";
    private static final String GIVEN_UP = "given_up";

    /** In a sandbox, Stripe tries again three times over a few hours; the exact steps are not published. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofHours(3));

    private final Store store;
    private final Chance chance;
    private final Set<String> out = new HashSet<>();

    public Webhooks(Store store, Chance chance) {
        this.store = store;
        this.chance = chance;
    }

    /** When the next delivery that is not out already is due. */
    public Optional<Instant> nextDueAt() {
        return store.waitingDeliveries().stream()
                .filter(doc -> !out.contains(doc.id()))
                .findFirst()
                .map(doc -> Instant.ofEpochMilli(doc.dueMillis().orElseThrow()));
    }

    /** What is due, shuffled: Stripe promises no order either. */
    public List<Delivery> takeDue(Instant now) {
        List<Delivery> due = new ArrayList<>();
        for (Doc doc : store.waitingDeliveries()) {
            if (doc.dueMillis().orElseThrow() > now.toEpochMilli()) {
                break;
            }
            if (out.add(doc.id())) {
                due.add(delivery(doc, now));
            }
        }
        for (int i = due.size() - 1; i > 0; i--) {
            int j = (int) Long.remainderUnsigned(chance.nextLong(), i + 1L);
            due.set(i, due.set(j, due.get(i)));
        }
        return due;
    }

    private Delivery delivery(Doc doc, Instant now) {
        ObjectNode endpoint = read(Kind.WEBHOOK_ENDPOINT, doc.facets().get("endpoint"));
        ObjectNode event = read(Kind.EVENT, doc.facets().get("event"));
        byte[] body = Json.pretty(Renderer.render(event, now.getEpochSecond()));
        return new Delivery(
                doc.id(),
                URI.create(endpoint.path("url").asText()),
                Map.of(
                        "Content-Type", "application/json; charset=utf-8",
                        "Accept", "*/*; q=0.5, application/xml",
                        "Cache-Control", "no-cache",
                        "User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
                        "Stripe-Signature",
                                Signature.header(endpoint.path("_secret").asText(), now, body)),
                body);
    }

    private ObjectNode read(Kind kind, @org.jspecify.annotations.Nullable String id) {
        return store.find(kind, String.valueOf(id))
                .map(Doc::read)
                .orElseThrow(() -> new IllegalStateException("missing " + kind + " " + id));
    }

    /** Takes the outcome of a try. A delivery that is gone, or that was acknowledged before, is left as it is. */
    public void report(Turn turn, String deliveryId, int status) {
        Optional<ObjectNode> found = turn.find(Kind.DELIVERY, deliveryId);
        out.remove(deliveryId);
        if (found.isEmpty() || !found.get().path("state").asText().equals(Events.WAITING)) {
            return;
        }
        ObjectNode delivery = found.get();
        int tries = delivery.path("tries").asInt() + 1;
        delivery.put("tries", tries);
        delivery.put("last_status", status);
        delivery.remove(Doc.DUE_MILLIS);
        if (status >= 200 && status < 300) {
            delivery.put("state", DELIVERED);
            acknowledge(turn, delivery.path("event").asText());
        } else if (tries > PAUSES.size()) {
            delivery.put("state", GIVEN_UP);
        } else {
            delivery.put(Doc.DUE_MILLIS, turn.now().plus(PAUSES.get(tries - 1)).toEpochMilli());
        }
        turn.put(Kind.DELIVERY, delivery);
    }

    private static void acknowledge(Turn turn, String eventId) {
        turn.find(Kind.EVENT, eventId).ifPresent(event -> {
            event.put(
                    "pending_webhooks",
                    Math.max(0, event.path("pending_webhooks").asInt() - 1));
            turn.put(Kind.EVENT, event);
        });
    }

    /** Nothing more goes to an endpoint that was disabled or deleted. */
    static void stop(Turn turn, String endpointId) {
        turn.store().waitingDeliveries().stream()
                .filter(doc -> doc.hasFacet("endpoint", endpointId))
                .toList()
                .forEach(doc -> {
                    ObjectNode delivery = doc.read();
                    delivery.remove(Doc.DUE_MILLIS);
                    delivery.put("state", GIVEN_UP);
                    turn.put(Kind.DELIVERY, delivery);
                });
    }

    /** Whether every endpoint that an event goes to has answered at least once, well or badly. */
    public boolean isReported(String eventId) {
        return store.waitingDeliveries().stream()
                .filter(doc -> doc.hasFacet("event", eventId))
                .allMatch(doc -> doc.read().path("tries").asInt() > 0);
    }
}
