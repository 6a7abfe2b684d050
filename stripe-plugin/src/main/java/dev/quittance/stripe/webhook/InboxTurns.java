package dev.quittance.stripe.webhook;

import static dev.quittance.stripe.storage.jooq.Tables.WEBHOOK_TURN;

import dev.quittance.stripe.storage.jooq.tables.records.WebhookEventRecord;
import dev.quittance.stripe.webhook.InboxRepository.Claim;
import dev.quittance.stripe.webhook.InboxRepository.Held;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;

/** SQL of the turns: one event at a time for each of Stripe's objects, over all nodes. Thread-safe. */
final class InboxTurns {
    /** What there is a turn at. Everybody takes turns in this order: in any other two who take several would wait for each other. */
    private record ObjectKey(String org, String objectId) implements Comparable<ObjectKey> {
        private static final Comparator<ObjectKey> ORDER =
                Comparator.comparing(ObjectKey::org).thenComparing(ObjectKey::objectId);

        @Override
        public int compareTo(ObjectKey other) {
            return ORDER.compare(this, other);
        }
    }

    /** Takes the turn at the object of each row, for the first row of each object; gives those rows where nobody else is at it. */
    List<WebhookEventRecord> take(DSLContext tx, List<WebhookEventRecord> rows, UUID holder, Held held) {
        Map<ObjectKey, WebhookEventRecord> first = new TreeMap<>();
        for (WebhookEventRecord row : rows) {
            first.putIfAbsent(new ObjectKey(row.getOrgId(), row.getStripeObjectId()), row);
        }
        if (first.isEmpty()) {
            return List.of();
        }
        List<WebhookEventRecord> candidates = List.copyOf(first.values());
        int[] fresh = insert(tx, candidates, holder, held);
        List<WebhookEventRecord> taken = new ArrayList<>();
        for (int i = 0; i < fresh.length; i++) {
            if (fresh[i] == 1 || takeOver(tx, candidates.get(i), holder, held)) {
                taken.add(candidates.get(i));
            }
        }
        return taken;
    }

    /** Lets others at the objects again; nothing where somebody else has taken one over. */
    void giveUp(DSLContext tx, List<Claim> claims) {
        if (claims.isEmpty()) {
            return;
        }
        BatchBindStep batch = tx.batch(tx.deleteFrom(WEBHOOK_TURN)
                .where(WEBHOOK_TURN.ORG_ID.eq(""))
                .and(WEBHOOK_TURN.STRIPE_OBJECT_ID.eq(""))
                .and(WEBHOOK_TURN.HOLDER.eq(claims.get(0).holder())));
        for (Claim claim : claims) {
            batch = batch.bind(claim.event().org().value(), claim.event().objectId(), claim.holder());
        }
        int[] gone = batch.execute();
        assert gone.length == claims.size();
    }

    private static int[] insert(DSLContext tx, List<WebhookEventRecord> rows, UUID holder, Held held) {
        BatchBindStep batch = tx.batch(tx.insertInto(
                        WEBHOOK_TURN,
                        WEBHOOK_TURN.ORG_ID,
                        WEBHOOK_TURN.STRIPE_OBJECT_ID,
                        WEBHOOK_TURN.HOLDER,
                        WEBHOOK_TURN.HELD_UNTIL)
                .values("", "", holder, held.until())
                .onConflict(WEBHOOK_TURN.ORG_ID, WEBHOOK_TURN.STRIPE_OBJECT_ID)
                .doNothing());
        for (WebhookEventRecord row : rows) {
            batch = batch.bind(row.getOrgId(), row.getStripeObjectId(), holder, held.until());
        }
        return batch.execute();
    }

    /** Of somebody who has held it longer than anybody may. */
    private static boolean takeOver(DSLContext tx, WebhookEventRecord row, UUID holder, Held held) {
        return tx.update(WEBHOOK_TURN)
                        .set(WEBHOOK_TURN.HOLDER, holder)
                        .set(WEBHOOK_TURN.HELD_UNTIL, held.until())
                        .where(WEBHOOK_TURN.ORG_ID.eq(row.getOrgId()))
                        .and(WEBHOOK_TURN.STRIPE_OBJECT_ID.eq(row.getStripeObjectId()))
                        .and(WEBHOOK_TURN.HELD_UNTIL.le(held.from()))
                        .execute()
                == 1;
    }
}
