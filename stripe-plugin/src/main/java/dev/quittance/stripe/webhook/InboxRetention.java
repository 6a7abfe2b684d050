package dev.quittance.stripe.webhook;

import static dev.quittance.stripe.storage.jooq.Tables.WEBHOOK_EVENT;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.Result;

/** SQL of forgetting events. */
final class InboxRetention {
    private static final List<String> DONE = List.of("APPLIED", "IGNORED");

    /** Forgets some that were done with and came before this moment; how many there were, which is the limit if there may be more. */
    int forget(DSLContext tx, Instant before, int limit) {
        Result<Record3<String, String, String>> old = tx.select(
                        WEBHOOK_EVENT.ORG_ID, WEBHOOK_EVENT.ENDPOINT_ID, WEBHOOK_EVENT.STRIPE_EVENT_ID)
                .from(WEBHOOK_EVENT)
                .where(WEBHOOK_EVENT.STATE.in(DONE))
                .and(WEBHOOK_EVENT.RECEIVED_AT.lt(before))
                .limit(limit)
                .fetch();
        for (Record3<String, String, String> key : old) {
            int gone = tx.deleteFrom(WEBHOOK_EVENT)
                    .where(WEBHOOK_EVENT.ORG_ID.eq(key.value1()))
                    .and(WEBHOOK_EVENT.ENDPOINT_ID.eq(key.value2()))
                    .and(WEBHOOK_EVENT.STRIPE_EVENT_ID.eq(key.value3()))
                    .and(WEBHOOK_EVENT.STATE.in(DONE))
                    .execute();
            assert gone <= 1;
        }
        return old.size();
    }
}
