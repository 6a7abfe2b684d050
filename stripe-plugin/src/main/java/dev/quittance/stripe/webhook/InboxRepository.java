package dev.quittance.stripe.webhook;

import static dev.quittance.stripe.storage.jooq.Tables.WEBHOOK_ENDPOINT;
import static dev.quittance.stripe.storage.jooq.Tables.WEBHOOK_EVENT;

import dev.quittance.api.host.Sealed;
import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.storage.jooq.tables.records.WebhookEndpointRecord;
import dev.quittance.stripe.storage.jooq.tables.records.WebhookEventRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** SQL of the endpoints, as far as intake reads them, and of the inbox. */
final class InboxRepository {
    /** As much of a reason as a person reads. */
    private static final int MAX_REASON = 500;

    /** A claimed event: only whoever claimed this version may mark it. */
    record Claim(WebhookEvent event, Sealed body, long version) {}

    Optional<Endpoint> findEndpoint(DSLContext sql, String endpointId, Instant now) {
        return sql.selectFrom(WEBHOOK_ENDPOINT)
                .where(WEBHOOK_ENDPOINT.ENDPOINT_ID.eq(endpointId))
                .fetchOptional(row -> endpoint(row, now));
    }

    /** Stores an event, to be worked off at once, or for a person to look at if there is a reason. */
    boolean addIfNew(DSLContext tx, Arrival arrival) {
        Endpoint endpoint = arrival.endpoint();
        Envelope envelope = arrival.envelope();
        Sealed body = arrival.body();
        String quarantine = arrival.quarantine();
        Instant now = arrival.at();
        boolean quarantined = !quarantine.isEmpty();
        WebhookEventRecord row = new WebhookEventRecord();
        row.setOrgId(endpoint.org().value());
        row.setEndpointId(endpoint.endpointId());
        row.setStripeEventId(envelope.eventId());
        row.setType(envelope.type());
        row.setStripeObjectId(envelope.objectId());
        row.setStripeAccountId(endpoint.stripeAccountId());
        row.setLivemode(endpoint.livemode());
        row.setApiVersion(envelope.apiVersion());
        row.setBodySealed(body.bytes());
        row.setState(quarantined ? "QUARANTINED" : "RECEIVED");
        row.setReason(quarantine);
        row.setTries(0);
        row.setNextTryAt(quarantined ? null : now);
        row.setReceivedAt(now);
        row.setFinishedAt(quarantined ? now : null);
        row.setVersion(1L);
        return tx.insertInto(WEBHOOK_EVENT)
                        .set(row)
                        .onConflict(WEBHOOK_EVENT.ORG_ID, WEBHOOK_EVENT.ENDPOINT_ID, WEBHOOK_EVENT.STRIPE_EVENT_ID)
                        .doNothing()
                        .execute()
                == 1;
    }

    /** Takes the event that waits longest, unless another node is at it, and puts its next try off for as long as it is held. */
    Optional<Claim> claim(DSLContext tx, Instant now, Instant heldUntil) {
        Optional<WebhookEventRecord> found = tx.selectFrom(WEBHOOK_EVENT)
                .where(WEBHOOK_EVENT.NEXT_TRY_AT.le(now))
                .orderBy(WEBHOOK_EVENT.NEXT_TRY_AT, WEBHOOK_EVENT.ORG_ID, WEBHOOK_EVENT.STRIPE_EVENT_ID)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        WebhookEventRecord row = found.get();
        row.setTries(row.getTries() + 1);
        row.setNextTryAt(heldUntil);
        row.setVersion(row.getVersion() + 1);
        if (row.update() != 1) {
            throw new IllegalStateException("a locked row changed meanwhile");
        }
        return Optional.of(new Claim(event(row), new Sealed(row.getBodySealed()), row.getVersion()));
    }

    /** Marks a claimed event; false if somebody else has claimed it since. */
    boolean mark(DSLContext tx, Claim claim, Mark mark) {
        String state = mark.state();
        String reason = mark.reason();
        Instant nextTryAt = mark.nextTryAt();
        WebhookEventRecord change = new WebhookEventRecord();
        change.setState(state);
        change.setReason(reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON));
        change.setNextTryAt(nextTryAt);
        change.setFinishedAt(nextTryAt == null ? mark.at() : null);
        change.setVersion(claim.version() + 1);
        if (state.equals("IGNORED")) {
            // Somebody else's business: that it came is enough to know.
            change.setBodySealed(new byte[0]);
        }
        return tx.update(WEBHOOK_EVENT)
                        .set(change)
                        .where(WEBHOOK_EVENT.ORG_ID.eq(claim.event().org().value()))
                        .and(WEBHOOK_EVENT.ENDPOINT_ID.eq(claim.event().endpointId()))
                        .and(WEBHOOK_EVENT.STRIPE_EVENT_ID.eq(claim.event().eventId()))
                        .and(WEBHOOK_EVENT.VERSION.eq(claim.version()))
                        .execute()
                == 1;
    }

    private static Endpoint endpoint(WebhookEndpointRecord row, Instant now) {
        List<Sealed> secrets = new ArrayList<>();
        byte[] secret = row.getSecretSealed();
        if (secret != null) {
            secrets.add(new Sealed(secret));
        }
        byte[] previous = row.getPreviousSecretSealed();
        Instant until = row.getPreviousUntil();
        if (previous != null && until != null && now.isBefore(until)) {
            secrets.add(new Sealed(previous));
        }
        return new Endpoint(
                new OrgId(row.getOrgId()), row.getEndpointId(), row.getStripeAccountId(), row.getLivemode(), secrets);
    }

    private static WebhookEvent event(WebhookEventRecord row) {
        return new WebhookEvent(
                new OrgId(row.getOrgId()),
                row.getEndpointId(),
                row.getStripeEventId(),
                row.getType(),
                row.getStripeObjectId(),
                row.getStripeAccountId(),
                row.getLivemode(),
                row.getReceivedAt(),
                row.getTries());
    }

    /** An event as it came: for which endpoint, its sealed bytes, and why it is set aside, if it is. */
    record Arrival(Endpoint endpoint, Envelope envelope, Sealed body, String quarantine, Instant at) {}

    /** Where an event stands after a try, and when it is tried again, if it is. */
    record Mark(String state, String reason, @Nullable Instant nextTryAt, Instant at) {}
}
