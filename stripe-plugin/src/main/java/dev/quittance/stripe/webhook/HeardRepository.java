package dev.quittance.stripe.webhook;

import static dev.quittance.stripe.storage.jooq.Tables.WEBHOOK_EVENT;
import static dev.quittance.stripe.storage.jooq.Tables.WEBHOOK_HEARD;

import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.storage.Backlog;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** SQL of when Stripe was heard, and of what was found although it had said nothing. */
final class HeardRepository {
    /** Moves the moments on, never back: several nodes hear. */
    void save(DSLContext tx, Map<Heard.Where, Instant> heard) {
        heard.forEach((where, moment) -> {
            int made = tx.insertInto(WEBHOOK_HEARD)
                    .set(WEBHOOK_HEARD.ORG_ID, where.org().value())
                    .set(WEBHOOK_HEARD.ENDPOINT_ID, where.endpointId())
                    .set(WEBHOOK_HEARD.HEARD_AT, moment)
                    .onConflict(WEBHOOK_HEARD.ORG_ID, WEBHOOK_HEARD.ENDPOINT_ID)
                    .doNothing()
                    .execute();
            int moved = tx.update(WEBHOOK_HEARD)
                    .set(WEBHOOK_HEARD.HEARD_AT, moment)
                    .where(WEBHOOK_HEARD.ORG_ID.eq(where.org().value()))
                    .and(WEBHOOK_HEARD.ENDPOINT_ID.eq(where.endpointId()))
                    .and(WEBHOOK_HEARD.HEARD_AT.lt(moment))
                    .execute();
            assert made + moved <= 1;
        });
    }

    /** When Stripe was last believed: what was noted, or an event that came since. */
    Optional<Instant> last(DSLContext sql, OrgId org, String endpointId) {
        Optional<Instant> noted = sql.select(WEBHOOK_HEARD.HEARD_AT)
                .from(WEBHOOK_HEARD)
                .where(WEBHOOK_HEARD.ORG_ID.eq(org.value()))
                .and(WEBHOOK_HEARD.ENDPOINT_ID.eq(endpointId))
                .fetchOptional(WEBHOOK_HEARD.HEARD_AT);
        return sql.select(WEBHOOK_EVENT.RECEIVED_AT)
                .from(WEBHOOK_EVENT)
                .where(since(org, endpointId, noted))
                .and(WEBHOOK_EVENT.SOURCE.eq(InboxRepository.WEBHOOK))
                .orderBy(WEBHOOK_EVENT.RECEIVED_AT.desc())
                .limit(1)
                .fetchOptional(WEBHOOK_EVENT.RECEIVED_AT)
                .or(() -> noted);
    }

    /** Events that we had to find ourselves since Stripe was last heard. */
    Backlog found(DSLContext sql, OrgId org, String endpointId) {
        return Backlog.of(sql.select(WEBHOOK_EVENT.RECEIVED_AT)
                .from(WEBHOOK_EVENT)
                .where(since(org, endpointId, last(sql, org, endpointId)))
                .and(WEBHOOK_EVENT.SOURCE.eq(InboxRepository.SWEEP))
                .orderBy(WEBHOOK_EVENT.RECEIVED_AT)
                .limit(Backlog.READ)
                .fetch(WEBHOOK_EVENT.RECEIVED_AT));
    }

    private static Condition since(OrgId org, String endpointId, Optional<Instant> moment) {
        Condition here = WEBHOOK_EVENT.ORG_ID.eq(org.value()).and(WEBHOOK_EVENT.ENDPOINT_ID.eq(endpointId));
        return moment.map(since -> here.and(WEBHOOK_EVENT.RECEIVED_AT.gt(since)))
                .orElse(here);
    }
}
