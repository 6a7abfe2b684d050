package dev.quittance.emulator.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.event.Events;
import dev.quittance.emulator.event.Listeners;
import dev.quittance.emulator.port.Chance;
import dev.quittance.emulator.port.Delivery;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Renderer;
import dev.quittance.emulator.store.Store;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
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

    /** Sent once more by hand: such a delivery is tried once, and leaves the planned ones as they are. */
    private static final String BY_HAND = "by_hand";

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
        Json.text(endpoint, "api_version").ifPresent(version -> event.put("api_version", version));
        if (endpoint.path(Listeners.CONNECT).asBoolean()) {
            event.put("account", doc.account());
        }
        byte[] body = Json.pretty(Renderer.render(event, now.getEpochSecond()));
        return new Delivery(
                doc.id(),
                URI.create(endpoint.path("url").asText()),
                Map.of(
                        "Content-Type", "application/json; charset=utf-8",
                        "Accept", "*/*; q=0.5, application/xml",
                        "Cache-Control", "no-cache",
                        "User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
                        "Stripe-Signature", Signature.header(Secrets.goodAt(endpoint, now), now, body)),
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
            acknowledge(turn, delivery);
            delivery.put("state", DELIVERED);
        } else {
            Duration age = Duration.ofSeconds(
                    turn.nowSeconds() - delivery.path("created").asLong());
            Optional<Duration> pause = delivery.path(BY_HAND).asBoolean()
                    ? Optional.empty()
                    : Retries.pause(isLive(turn, delivery), tries, age);
            pause.ifPresentOrElse(
                    wait -> delivery.put(Doc.DUE_MILLIS, turn.now().plus(wait).toEpochMilli()),
                    () -> delivery.put("state", GIVEN_UP));
        }
        turn.put(Kind.DELIVERY, delivery);
    }

    private static boolean isLive(Turn turn, ObjectNode delivery) {
        return turn.find(Kind.EVENT, delivery.path("event").asText())
                .map(event -> event.path("livemode").asBoolean())
                .orElse(false);
    }

    /**
     * Sends an event to an endpoint once more. Tries that are planned stay planned. Not idempotent.
     *
     * @throws ApiError 404 if there is no such event, or no such endpoint that is switched on
     */
    public static void resend(Turn turn, String eventId, String endpointId) {
        turn.require(Kind.EVENT, eventId, "id");
        if (Listeners.of(turn).stream().noneMatch(endpoint -> endpoint.id().equals(endpointId))) {
            throw ApiError.resourceMissing("webhook_endpoint", endpointId, "webhook_endpoint");
        }
        ObjectNode delivery = Events.delivery(turn, eventId, endpointId);
        delivery.put(BY_HAND, true);
        turn.put(Kind.DELIVERY, delivery);
    }

    /** An endpoint that acknowledges an event for the first time is one less to wait for. */
    private static void acknowledge(Turn turn, ObjectNode delivery) {
        String eventId = delivery.path("event").asText();
        String endpoint = delivery.path("endpoint").asText();
        long happened = turn.find(Kind.EVENT, eventId)
                .map(event -> event.path("created").asLong())
                .orElse(0L);
        boolean before = turn.listNewestFirst(Kind.DELIVERY)
                .takeWhile(doc -> doc.createdSeconds() >= happened)
                .anyMatch(doc -> doc.hasFacet("event", eventId)
                        && doc.hasFacet("endpoint", endpoint)
                        && doc.hasFacet("state", DELIVERED));
        if (before) {
            return;
        }
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
                    turn.within(doc.partition()).put(Kind.DELIVERY, delivery);
                });
    }

    /** Whether every endpoint that an event goes to has answered at least once, well or badly. */
    public boolean isReported(String eventId) {
        return store.waitingDeliveries().stream()
                .filter(doc -> doc.hasFacet("event", eventId))
                .allMatch(doc -> doc.read().path("tries").asInt() > 0);
    }
}
