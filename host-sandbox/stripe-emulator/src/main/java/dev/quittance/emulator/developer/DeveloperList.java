package dev.quittance.emulator.developer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.ApiDoor;
import dev.quittance.emulator.page.ListPage;
import dev.quittance.emulator.page.Page;
import dev.quittance.emulator.payment.TestCard;
import dev.quittance.emulator.port.World;
import dev.quittance.emulator.store.Currencies;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What a developer wants to see at a glance: what happened lately, and which cards to type. */
public final class DeveloperList {
    private static final int RECENT = 20;

    private DeveloperList() {}

    public static Page page(Store store, World world) {
        List<ListPage.Table> tables = List.of(
                new ListPage.Table(
                        "Checkout sessions",
                        List.of("Session", "Created", "Amount", "Status", "Payer"),
                        recent(
                                store,
                                Kind.SESSION,
                                session -> List.of(
                                        session.path("id").asText(),
                                        time(session),
                                        amount(session, "amount_total"),
                                        session.path("status").asText() + ", "
                                                + session.path("payment_status").asText(),
                                        session.path("_email").asText("")))),
                new ListPage.Table(
                        "Charges",
                        List.of("Charge", "Created", "Amount", "Status", "Card"),
                        recent(store, Kind.CHARGE, DeveloperList::charge)),
                new ListPage.Table(
                        "Events",
                        List.of("Event", "Created", "Type", "Deliveries waiting"),
                        recent(
                                store,
                                Kind.EVENT,
                                event -> List.of(
                                        event.path("id").asText(),
                                        time(event),
                                        event.path("type").asText(),
                                        event.path("pending_webhooks").asText()))),
                new ListPage.Table("Test cards", List.of("Number", "What it does"), cards()));
        return new ListPage(
                        "A Stripe for this machine alone, at " + world.origin() + ", API version " + ApiDoor.VERSION
                                + ". No money moves. The clock says "
                                + Instant.ofEpochSecond(world.clock().instant().getEpochSecond()) + ".",
                        tables)
                .render();
    }

    private static List<List<String>> recent(Store store, Kind kind, Function<ObjectNode, List<String>> row) {
        return store.listAll(kind)
                .sorted(Comparator.comparingLong(Doc::number).reversed())
                .limit(RECENT)
                .map(doc -> row.apply(doc.read()))
                .toList();
    }

    private static List<String> charge(ObjectNode charge) {
        var card = charge.path("payment_method_details").path("card");
        String failure = charge.path("failure_code").asText("");
        return List.of(
                charge.path("id").asText(),
                time(charge),
                amount(charge, "amount"),
                charge.path("status").asText() + (charge.path("failure_code").isNull() ? "" : ": " + failure),
                card.path("brand").asText() + " " + card.path("last4").asText());
    }

    private static String time(ObjectNode object) {
        return Instant.ofEpochSecond(object.path("created").asLong()).toString();
    }

    private static String amount(ObjectNode object, String field) {
        return Currencies.format(
                object.path(field).asLong(), object.path("currency").asText());
    }

    private static List<List<String>> cards() {
        List<List<String>> rows = new ArrayList<>();
        for (TestCard card : TestCard.values()) {
            rows.add(List.of(
                    card.numberForDevelopers(),
                    card.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", " + card.brand()
                            + (card.issuer().approves()
                                    ? ""
                                    : ": " + card.issuer().declineCode())));
        }
        return rows;
    }
}
