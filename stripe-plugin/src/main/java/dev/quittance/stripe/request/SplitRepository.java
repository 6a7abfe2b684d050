package dev.quittance.stripe.request;

import static dev.quittance.stripe.storage.jooq.Tables.PAYMENT_REQUEST;

import dev.quittance.api.identity.OrgId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** The SQL of splits: which requests belong together. */
final class SplitRepository {
    /** Joins the requests, which belong to no split yet, to this one. */
    void join(DSLContext tx, OrgId org, UUID splitId, Collection<UUID> requestIds) {
        int joined = tx.update(PAYMENT_REQUEST)
                .set(PAYMENT_REQUEST.SPLIT_ID, splitId)
                .where(PAYMENT_REQUEST
                        .ORG_ID
                        .eq(org.value())
                        .and(PAYMENT_REQUEST.REQUEST_ID.in(requestIds))
                        .and(PAYMENT_REQUEST.SPLIT_ID.isNull()))
                .execute();
        if (joined != requestIds.size()) {
            throw new IllegalStateException("a split of " + requestIds.size() + " joined " + joined);
        }
    }

    /** The requests of the split that this request is a part of, in order; none if it is no part of one. */
    List<PaymentRequest> listAround(DSLContext db, OrgId org, UUID requestId) {
        Optional<UUID> splitId = db.select(PAYMENT_REQUEST.SPLIT_ID)
                .from(PAYMENT_REQUEST)
                .where(PAYMENT_REQUEST.ORG_ID.eq(org.value()).and(PAYMENT_REQUEST.REQUEST_ID.eq(requestId)))
                .fetchOptional(PAYMENT_REQUEST.SPLIT_ID);
        return splitId.map(id -> db.selectFrom(PAYMENT_REQUEST)
                        .where(PAYMENT_REQUEST.ORG_ID.eq(org.value()).and(PAYMENT_REQUEST.SPLIT_ID.eq(id)))
                        .orderBy(PAYMENT_REQUEST.REQUEST_ID)
                        .fetch(RequestRepository::read))
                .map(List::copyOf)
                .orElse(List.of());
    }
}
