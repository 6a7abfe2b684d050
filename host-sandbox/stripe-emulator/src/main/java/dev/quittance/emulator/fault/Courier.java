package dev.quittance.emulator.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.port.Delivery;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Renderer;
import dev.quittance.emulator.store.Store;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.webhook.Secrets;
import dev.quittance.emulator.webhook.Webhooks;
import dev.quittance.emulator.wire.Json;
import dev.quittance.emulator.wire.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Hands out the deliveries that are due, after what the rules do to them. Guarded by the local Stripe's lock. */
public final class Courier {
    private final Store store;
    private final Webhooks webhooks;
    private final Faults faults;
    private final Set<String> out = new HashSet<>();
    private final Set<String> delayed = new HashSet<>();
    private final Map<String, FaultSpec> marked = new HashMap<>();

    public Courier(Store store, Webhooks webhooks, Faults faults) {
        this.store = store;
        this.webhooks = webhooks;
        this.faults = faults;
    }

    /**
     * What is due.
     *
     * @param turnOf a turn in the partition of a document
     * @param commit keeps what a rule changed
     */
    public List<Delivery> takeDue(Instant now, Function<Doc, Turn> turnOf, Consumer<Turn> commit) {
        for (Doc doc : strikable(now)) {
            Optional<FaultRule> struck = faults.onDelivery(typeOf(doc));
            struck.ifPresent(rule -> {
                Turn turn = turnOf.apply(doc);
                suffer(rule, doc, turn);
                commit.accept(turn);
            });
        }
        List<Delivery> due = new ArrayList<>();
        for (Delivery delivery : webhooks.takeDue(now)) {
            out.add(delivery.deliveryId());
            delayed.remove(delivery.deliveryId());
            FaultSpec mark = marked.remove(delivery.deliveryId());
            if (mark == null) {
                due.add(delivery);
            } else if (mark.effect() == Effect.DOUBLE) {
                due.add(delivery);
                due.add(delivery);
            } else {
                due.add(ofVersion(delivery, mark.version(), now));
            }
        }
        return due;
    }

    private List<Doc> strikable(Instant now) {
        if (faults.all().isEmpty()) {
            return List.of();
        }
        return store.waitingDeliveries().stream()
                .takeWhile(doc -> doc.dueMillis().orElseThrow() <= now.toEpochMilli())
                .filter(doc -> !out.contains(doc.id()) && !delayed.contains(doc.id()))
                .toList();
    }

    private String typeOf(Doc delivery) {
        return store.find(Kind.EVENT, String.valueOf(delivery.facets().get("event")))
                .map(event -> String.valueOf(event.facets().get("type")))
                .orElse("");
    }

    private void suffer(FaultRule rule, Doc doc, Turn turn) {
        FaultSpec spec = rule.spec();
        switch (spec.effect()) {
            case DROP -> {
                ObjectNode delivery = doc.read();
                delivery.remove(Doc.DUE_MILLIS);
                delivery.put("state", "dropped");
                turn.put(Kind.DELIVERY, delivery);
            }
            case DELAY -> later(doc, turn, spec.time().toMillis());
            case REORDER -> later(doc, turn, rule.below(spec.time().toMillis()));
            case DOWN -> webhooks.report(turn, doc.id(), 0);
            case DOUBLE, API_VERSION -> marked.put(doc.id(), spec);
            default -> throw new IllegalStateException("not of deliveries: " + spec.effect());
        }
    }

    private void later(Doc doc, Turn turn, long millis) {
        ObjectNode delivery = doc.read();
        delivery.put(Doc.DUE_MILLIS, turn.now().toEpochMilli() + millis);
        turn.put(Kind.DELIVERY, delivery);
        delayed.add(doc.id());
    }

    /** The same event under another version, signed for what it says now. */
    private Delivery ofVersion(Delivery delivery, String version, Instant now) {
        Doc doc = store.find(Kind.DELIVERY, delivery.deliveryId()).orElseThrow();
        ObjectNode endpoint = store.find(
                        Kind.WEBHOOK_ENDPOINT, String.valueOf(doc.facets().get("endpoint")))
                .map(Doc::read)
                .orElseThrow();
        ObjectNode event = Json.read(delivery.body());
        event.put("api_version", version);
        byte[] body = Json.pretty(Renderer.render(event, now.getEpochSecond()));
        Map<String, String> headers = new LinkedHashMap<>(delivery.headers());
        headers.put("Stripe-Signature", Signature.header(Secrets.goodAt(endpoint, now), now, body));
        return new Delivery(delivery.deliveryId(), delivery.url(), headers, body);
    }

    /** A delivery came back, well or badly. */
    public void reported(String deliveryId) {
        out.remove(deliveryId);
    }
}
