package dev.quittance.emulator.dispute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.event.Events;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What refunds need to know of disputes, and disputes of refunds. */
public final class Disputed {
    /** In these the money is with the payer's bank already. An inquiry took none, and a won dispute gave it back. */
    private static final Set<String> HELD = Set.of("needs_response", "under_review", "lost");

    private Disputed() {}

    /** Whether a dispute holds the money of a charge, so that it cannot be refunded. */
    public static boolean isHeld(Turn turn, String charge) {
        return disputes(turn, charge)
                .anyMatch(doc -> HELD.contains(String.valueOf(doc.facets().get("status"))));
    }

    /** A charge was refunded: in full, that ends its inquiries; in any case its warnings need no action any more. */
    public static void refunded(Turn turn, ObjectNode charge) {
        String id = charge.path("id").asText();
        if (charge.path("refunded").asBoolean()) {
            disputes(turn, id)
                    .filter(doc -> String.valueOf(doc.facets().get("status")).startsWith("warning_"))
                    .map(Doc::read)
                    .filter(dispute -> !dispute.path("status").asText().equals("warning_closed"))
                    .toList()
                    .forEach(dispute -> DisputeLife.end(turn, dispute, "warning_closed"));
        }
        List<ObjectNode> warnings = turn.listNewestFirst(Kind.EARLY_FRAUD_WARNING)
                .filter(doc -> doc.hasFacet("charge", id))
                .map(Doc::read)
                .filter(warning -> warning.path("actionable").asBoolean())
                .toList();
        warnings.forEach(warning -> {
            ObjectNode before = warning.deepCopy();
            warning.put("actionable", false);
            turn.put(Kind.EARLY_FRAUD_WARNING, warning);
            Events.updated(turn, "radar.early_fraud_warning.updated", before, warning);
        });
    }

    private static Stream<Doc> disputes(Turn turn, String charge) {
        return turn.listNewestFirst(Kind.DISPUTE).filter(doc -> doc.hasFacet("charge", charge));
    }
}
