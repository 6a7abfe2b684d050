package dev.quittance.emulator.checkout;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.Listing;
import dev.quittance.emulator.store.Blank;
import dev.quittance.emulator.store.Turn;

/** What is paid for; kept inside the session. */
public final class LineItems {
    /** Where a session keeps them. */
    static final String FIELD = "_line_items";

    private static final int INCLUDED = 10;

    private LineItems() {}

    /** The list as it is included in a session: its first ten. */
    static ObjectNode list(ObjectNode session) {
        ArrayNode all = all(session);
        ArrayNode first = all.arrayNode();
        for (int i = 0; i < Math.min(INCLUDED, all.size()); i++) {
            first.add(all.get(i));
        }
        return Listing.list(
                "/v1/checkout/sessions/" + session.path("id").asText() + "/line_items", first, all.size() > INCLUDED);
    }

    public static ArrayNode all(ObjectNode session) {
        return (ArrayNode) session.path(FIELD);
    }

    static ObjectNode item(Turn turn, SessionForm.Line line, String currency) {
        ObjectNode item = Blank.of("item");
        item.put("id", turn.ids().of("li_"));
        item.put("amount_subtotal", line.totalMinor());
        item.put("amount_total", line.totalMinor());
        item.put("currency", currency);
        item.put("description", line.name());
        item.put("quantity", line.quantity());
        line.description().ifPresent(text -> item.put("_description", text));
        ObjectNode price = (ObjectNode) item.path("price");
        price.put("id", turn.ids().of("price_"));
        price.put("created", turn.nowSeconds());
        price.put("currency", currency);
        price.put("product", turn.ids().of("prod_"));
        price.put("unit_amount", line.unitAmountMinor());
        price.put("unit_amount_decimal", String.valueOf(line.unitAmountMinor()));
        return item;
    }
}
