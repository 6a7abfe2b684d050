package dev.quittance.emulator.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.Connections;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Partition;
import dev.quittance.emulator.store.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The endpoints that hear of an account: its own, and those that its platforms made for connected accounts. */
public final class Listeners {
    /** Marks an endpoint that hears of connected accounts, and of nothing else. */
    public static final String CONNECT = "_connect";

    private Listeners() {}

    /** Those that are switched on, oldest first of each account. A platform's live endpoints hear of test mode too. */
    public static List<Doc> of(Turn turn) {
        List<Doc> found = new ArrayList<>();
        enabled(turn, false).forEach(found::add);
        for (String platform : Connections.platformsOf(turn)) {
            enabled(turn.on(platform), true).forEach(found::add);
            if (!turn.livemode()) {
                enabled(turn.within(Partition.of(platform, true)), true).forEach(found::add);
            }
        }
        return found;
    }

    private static Stream<Doc> enabled(Turn turn, boolean connect) {
        return turn.listOldestFirst(Kind.WEBHOOK_ENDPOINT).stream().filter(doc -> {
            ObjectNode endpoint = doc.read();
            return endpoint.path("status").asText().equals("enabled")
                    && endpoint.path(CONNECT).asBoolean() == connect;
        });
    }

    static boolean hears(Doc endpoint, String type) {
        for (JsonNode enabled : endpoint.read().path("enabled_events")) {
            if (enabled.asText().equals("*") || enabled.asText().equals(type)) {
                return true;
            }
        }
        return false;
    }
}
