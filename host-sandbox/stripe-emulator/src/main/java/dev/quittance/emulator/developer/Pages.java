package dev.quittance.emulator.developer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.AccountKeys;
import dev.quittance.emulator.api.ApiDoor;
import dev.quittance.emulator.page.DeveloperPage;
import dev.quittance.emulator.page.DeveloperPage.Action;
import dev.quittance.emulator.page.DeveloperPage.Cell;
import dev.quittance.emulator.page.DeveloperPage.Field;
import dev.quittance.emulator.page.DeveloperPage.Option;
import dev.quittance.emulator.page.Page;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Renderer;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What developers see of objects, events and requests. */
final class Pages {
    private static final int ON_OVERVIEW = 10;
    private static final int ON_PAGE = 50;

    private final Desk desk;
    private final List<MerchantAction> actions;
    private final Supplier<List<AccountKeys>> accounts;

    Pages(Desk desk, List<MerchantAction> actions, Supplier<List<AccountKeys>> accounts) {
        this.desk = desk;
        this.actions = actions;
        this.accounts = accounts;
    }

    static String object(String id) {
        return "/dev/object/" + id;
    }

    private static List<Kind> kinds() {
        return Arrays.stream(Kind.values()).filter(kind -> isStripes(kind)).toList();
    }

    private static boolean isStripes(Kind kind) {
        return !kind.noun().startsWith("_");
    }

    private static String label(Kind kind) {
        String words = kind.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    Page overview() {
        DeveloperPage page = new DeveloperPage("Local Stripe")
                .text("A Stripe for this machine alone, at " + desk.world().origin() + ", API version "
                        + ApiDoor.VERSION + ". The clock says " + now() + ".");
        page.heading("Accounts");
        List<List<Cell>> rows = new ArrayList<>();
        for (AccountKeys keys : accounts.get()) {
            rows.add(List.of(
                    Cell.of(keys.name()), Cell.to(keys.account(), object(keys.account())), Cell.of(keys.secretKey())));
        }
        page.table("Accounts", List.of("Name", "Account", "Secret key"), rows);
        page.heading("Objects");
        List<List<Cell>> counts = new ArrayList<>();
        kinds().stream()
                .filter(kind -> desk.store().count(kind) > 0)
                .forEach(kind -> counts.add(List.of(
                        Cell.to(label(kind), "/dev/objects?kind=" + kind.name()),
                        Cell.of(Integer.toString(desk.store().count(kind))))));
        page.table("Objects", List.of("Kind", "How many"), counts);
        page.heading("Latest requests");
        requestTable(page, desk.log().latest(ON_OVERVIEW));
        page.heading("Latest events");
        eventTable(page, newest(Kind.EVENT, 0, ON_OVERVIEW));
        accounts.get().stream().findFirst().ifPresent(keys -> {
            page.heading("Payout");
            page.action(Buttons.payout(keys.account()));
        });
        return page.render();
    }

    private String now() {
        return Instant.ofEpochSecond(desk.world().clock().instant().getEpochSecond())
                .toString();
    }

    private List<Doc> newest(Kind kind, int skipped, int atMost) {
        int all = desk.store().count(kind);
        List<Doc> docs = new ArrayList<>(desk.store()
                .listAll(kind)
                .skip(Math.max(0, all - skipped - atMost))
                .limit(Math.max(0, Math.min(atMost, all - skipped)))
                .toList());
        java.util.Collections.reverse(docs);
        return docs;
    }

    Page objects(Form form) {
        Kind kind = form.text("kind")
                .flatMap(name ->
                        kinds().stream().filter(k -> k.name().equals(name)).findFirst())
                .orElse(Kind.SESSION);
        int number = (int) Math.max(1, Math.min(100_000, form.integer("page").orElse(1L)));
        DeveloperPage page = new DeveloperPage("Objects");
        page.action(new Action("get", "/dev/find", Map.of(), List.of(Field.text("id", "Find by id", "")), "Find"));
        page.action(new Action(
                "get",
                "/dev/objects",
                Map.of(),
                List.of(new Field(
                        "kind",
                        "Kind",
                        kind.name(),
                        kinds().stream()
                                .map(k -> new Option(k.name(), label(k)))
                                .toList())),
                "Show"));
        List<List<Cell>> rows = newest(kind, (number - 1) * ON_PAGE, ON_PAGE).stream()
                .map(this::row)
                .toList();
        page.heading(label(kind));
        page.table(label(kind), List.of("Id", "Created", "Status", "Amount, minor units", "Account"), rows);
        paging(
                page,
                "/dev/objects?kind=" + kind.name() + "&page=",
                number,
                desk.store().count(kind));
        return page.render();
    }

    private List<Cell> row(Doc doc) {
        ObjectNode object = doc.read();
        return List.of(
                Cell.to(doc.id(), object(doc.id())),
                Cell.of(time(doc.createdSeconds())),
                Cell.of(object.path("status").asText(object.path("type").asText(""))),
                Cell.of(object.path("amount").asText(object.path("amount_total").asText("")) + " "
                        + object.path("currency").asText("")),
                Cell.of(doc.account()));
    }

    private static void paging(DeveloperPage page, String address, int number, int all) {
        if (number > 1) {
            page.link("Newer", address + (number - 1));
        }
        if (number * ON_PAGE < all) {
            page.link("Older", address + (number + 1));
        }
    }

    private static String time(long seconds) {
        return Instant.ofEpochSecond(seconds).toString();
    }

    Optional<Doc> named(String id) {
        return Arrays.stream(Kind.values())
                .filter(kind -> isStripes(kind))
                .flatMap(kind -> desk.store().find(kind, id).stream())
                .findFirst();
    }

    Page one(Doc doc) {
        ObjectNode object =
                Renderer.render(doc.read(), desk.world().clock().instant().getEpochSecond());
        DeveloperPage page = new DeveloperPage(doc.id());
        Buttons.add(page, doc, object, actions);
        page.code("The object as JSON", new String(Json.pretty(object), StandardCharsets.UTF_8));
        if (doc.kind() == Kind.EVENT) {
            page.heading("Deliveries");
            deliveries(page, doc.id());
        } else {
            page.heading("Events about it");
            eventTable(page, eventsAbout(doc.id()));
        }
        page.heading("Requests about it");
        requestTable(page, desk.log().about(doc.id(), ON_PAGE));
        return page.render();
    }

    private List<Doc> eventsAbout(String id) {
        byte[] wanted = ("\"" + id + "\"").getBytes(StandardCharsets.UTF_8);
        List<Doc> found = new ArrayList<>(desk.store()
                .listAll(Kind.EVENT)
                .filter(event -> contains(event.json(), wanted))
                .toList());
        java.util.Collections.reverse(found);
        return found.stream().limit(ON_PAGE).toList();
    }

    private static boolean contains(byte[] all, byte[] wanted) {
        for (int i = 0; i <= all.length - wanted.length; i++) {
            if (Arrays.equals(all, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    private void deliveries(DeveloperPage page, String event) {
        List<List<Cell>> rows = new ArrayList<>();
        desk.store()
                .listAll(Kind.DELIVERY)
                .filter(doc -> doc.hasFacet("event", event))
                .forEach(doc -> {
                    ObjectNode delivery = doc.read();
                    String endpoint = delivery.path("endpoint").asText();
                    rows.add(List.of(
                            Cell.to(endpoint, object(endpoint)),
                            Cell.of(delivery.path("state").asText().replace('_', ' ')),
                            Cell.of(delivery.path("tries").asText()),
                            Cell.of(delivery.path("last_status").asText("")),
                            Cell.of(
                                    doc.dueMillis().isPresent()
                                            ? Instant.ofEpochMilli(
                                                            doc.dueMillis().getAsLong())
                                                    .toString()
                                            : "")));
                });
        page.table("Deliveries", List.of("Endpoint", "State", "Tries", "Last answer", "Next try"), rows);
    }

    Page events(Form form) {
        int number = (int) Math.max(1, Math.min(100_000, form.integer("page").orElse(1L)));
        DeveloperPage page = new DeveloperPage("Events");
        eventTable(page, newest(Kind.EVENT, (number - 1) * ON_PAGE, ON_PAGE));
        paging(page, "/dev/events?page=", number, desk.store().count(Kind.EVENT));
        return page.render();
    }

    private static void eventTable(DeveloperPage page, List<Doc> events) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Doc doc : events) {
            ObjectNode event = doc.read();
            String about = event.path("data").path("object").path("id").asText("");
            rows.add(List.of(
                    Cell.to(event.path("type").asText(), object(doc.id())),
                    Cell.of(time(doc.createdSeconds())),
                    Cell.to(about, object(about)),
                    Cell.of(event.path("pending_webhooks").asText())));
        }
        page.table("Events", List.of("Type", "Created", "About", "Deliveries waiting"), rows);
    }

    Page requests() {
        DeveloperPage page = new DeveloperPage("Requests")
                .text("The latest calls on the API since the start. Nothing of a card or bank account is kept.");
        requestTable(page, desk.log().latest(ON_PAGE * 2));
        return page.render();
    }

    private static void requestTable(DeveloperPage page, List<LoggedCall> calls) {
        List<List<Cell>> rows = new ArrayList<>();
        for (LoggedCall call : calls) {
            rows.add(List.of(
                    Cell.to(call.method() + " " + call.path(), "/dev/requests/" + call.id()),
                    Cell.of(call.status() == 0 ? "no answer" : Integer.toString(call.status())),
                    Cell.of(call.at().truncatedTo(ChronoUnit.MILLIS).toString()),
                    Cell.of(call.millis() + " ms"),
                    Cell.of(call.key())));
        }
        page.table("Requests", List.of("Call", "Answer", "At", "Took", "Key"), rows);
    }

    Optional<Page> request(String id) {
        return desk.log()
                .find(id)
                .map(call -> new DeveloperPage(call.method() + " " + call.path())
                        .code("The request", new String(Json.pretty(call.toJson()), StandardCharsets.UTF_8))
                        .heading("Answer")
                        .code("The answer", call.answerText())
                        .render());
    }
}
