package dev.quittance.emulator.developer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.fault.FaultSpec;
import dev.quittance.emulator.port.MovableClock;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.webhook.Secrets;
import dev.quittance.emulator.webhook.Webhooks;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** What a developer asks of the local Stripe beyond Stripe's API, below {@code /_local/}. Forms in, JSON out. */
final class LocalApi {
    private static final int MAX_LISTED = 500;
    private static final int USUALLY_LISTED = 100;

    private final Desk desk;

    LocalApi(Desk desk) {
        this.desk = desk;
    }

    /**
     * Carries it out.
     *
     * @param path what follows {@code /_local/}
     * @throws ApiError with what is wrong
     */
    ObjectNode answer(String method, List<String> path, Form form) {
        return switch (path.get(0)) {
            case "requests" -> requests(path, form);
            case "posts" -> Json.object().set("data", texts(desk.log().posts()));
            case "faults" -> faults(method, path, form);
            case "limits" -> limits(method, form);
            case "clock" -> clock(method, form);
            case "snapshots" -> snapshots(method, path, form);
            case "reset" -> reset(method);
            case "events" -> resend(method, path, form);
            case "webhook_endpoints" -> roll(method, path, form);
            default -> throw nothing();
        };
    }

    private static ApiError nothing() {
        return ApiError.ofFault(
                404,
                "invalid_request_error",
                null,
                "There is nothing at this address. There are requests, posts, faults, limits, clock, snapshots, reset,"
                        + " events/ID/resend and webhook_endpoints/ID/roll.");
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode array = Json.array();
        texts.forEach(array::add);
        return array;
    }

    private ObjectNode requests(List<String> path, Form form) {
        if (path.size() > 1) {
            LoggedCall call = desk.log().find(path.get(1)).orElseThrow(LocalApi::nothing);
            return call.toJson().put("answer", call.answerText());
        }
        int limit = (int) Math.min(MAX_LISTED, form.integer("limit").orElse((long) USUALLY_LISTED));
        ObjectNode list = Json.object();
        ArrayNode data = list.putArray("data");
        desk.log().latest(limit).forEach(call -> data.add(call.toJson()));
        return list;
    }

    private ObjectNode faults(String method, List<String> path, Form form) {
        var faults = desk.door().faults();
        boolean removes =
                method.equals("DELETE") || (path.size() > 2 && path.get(2).equals("remove"));
        if (removes && path.size() > 1) {
            if (!faults.remove(path.get(1))) {
                throw nothing();
            }
        } else if (removes) {
            faults.clear();
        } else if (method.equals("POST")) {
            faults.add(FaultSpec.read(form));
        }
        return faults.toJson();
    }

    private ObjectNode limits(String method, Form form) {
        if (method.equals("POST")) {
            form.requireText("on");
            desk.door().limits().switchOn(form.bool("on").orElse(false));
        }
        return Json.object().put("on", desk.door().limits().isOn());
    }

    private ObjectNode clock(String method, Form form) {
        if (method.equals("POST")) {
            if (!(desk.world().clock() instanceof MovableClock clock)) {
                throw ApiError.refused(
                        null, "This local Stripe's clock cannot be moved: its owner gave it another one.");
            }
            try {
                Duration by = form.text("advance")
                        .map(text -> Duration.parse(text.trim()))
                        .orElseGet(() -> Duration.between(
                                clock.instant(),
                                Instant.parse(form.requireText("to").trim())));
                clock.advance(by);
            } catch (DateTimeParseException e) {
                throw ApiError.refused(
                        null, "Send advance, such as P3D or PT2H30M, or to, such as 2027-01-31T09:00:00Z.");
            } catch (IllegalArgumentException e) {
                throw ApiError.refused(null, String.valueOf(e.getMessage()));
            }
            desk.owner().runDue();
        }
        ObjectNode now = Json.object();
        now.put("now", desk.world().clock().instant().toString());
        now.put("movable", desk.world().clock() instanceof MovableClock);
        return now;
    }

    private ObjectNode snapshots(String method, List<String> path, Form form) {
        var snapshots = desk.world().journal().snapshots();
        String action = path.size() > 2 ? path.get(2) : "";
        if (action.equals("restore") && method.equals("POST")) {
            desk.owner().restore(snapshots.find(path.get(1)).orElseThrow(LocalApi::nothing));
        } else if (method.equals("DELETE") || action.equals("remove")) {
            if (path.size() < 2 || !snapshots.drop(path.get(1))) {
                throw nothing();
            }
        } else if (method.equals("POST")) {
            String name = form.requireText("name").trim();
            try {
                snapshots.keep(name, desk.owner().snapshot());
            } catch (IllegalArgumentException e) {
                throw ApiError.invalid("name", "A name has up to 40 small letters, digits and hyphens.");
            }
        }
        return Json.object().set("data", texts(snapshots.names()));
    }

    private ObjectNode reset(String method) {
        if (!method.equals("POST")) {
            throw nothing();
        }
        desk.owner().reset();
        return Json.object().put("reset", true);
    }

    private ObjectNode resend(String method, List<String> path, Form form) {
        if (!method.equals("POST") || path.size() < 3 || !path.get(2).equals("resend")) {
            throw nothing();
        }
        Doc event = desk.store().find(Kind.EVENT, path.get(1)).orElseThrow(LocalApi::nothing);
        Turn turn = desk.turn(event.partition());
        Optional<String> endpoint = form.text("webhook_endpoint");
        endpoint.ifPresent(id -> Webhooks.resend(turn, event.id(), id));
        int count = endpoint.isPresent() ? 1 : Resend.toAll(turn, event.id());
        desk.commit(turn);
        return Json.object().put("deliveries", count);
    }

    private ObjectNode roll(String method, List<String> path, Form form) {
        if (!method.equals("POST") || path.size() < 3 || !path.get(2).equals("roll")) {
            throw nothing();
        }
        Doc endpoint = desk.store()
                .find(Kind.WEBHOOK_ENDPOINT, path.get(1))
                .orElseThrow(() -> ApiError.resourceMissing("webhook_endpoint", path.get(1), "webhook_endpoint"));
        Duration overlap;
        try {
            overlap = form.text("overlap")
                    .map(text -> Duration.parse(text.trim()))
                    .orElse(Duration.ZERO);
        } catch (DateTimeParseException e) {
            throw ApiError.invalid("overlap", "Send how long the old secret stays good, such as PT24H.");
        }
        Turn turn = desk.turn(endpoint.partition());
        String secret =
                Secrets.roll(turn, endpoint.id(), overlap).path("secret").asText();
        desk.commit(turn);
        return Json.object().put("id", endpoint.id()).put("secret", secret);
    }
}
