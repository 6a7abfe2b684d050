package dev.quittance.stripe.payment;

import static dev.quittance.stripe.storage.jooq.Tables.PAYMENT;

import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.storage.Database;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Finds payments of an organisation. Reads only. Thread-safe. */
public final class PaymentSearch {
    private final Database database;

    /** A search in this database. */
    public PaymentSearch(Database database) {
        this.database = database;
    }

    /** Newest first, from the one after the given id on. */
    public List<Payment> list(OrgId org, Optional<PaymentState> state, Optional<UUID> after, int limit) {
        Condition wanted = PAYMENT.ORG_ID
                .eq(org.value())
                .and(state.map(one -> PAYMENT.STATE.eq(one.name())).orElse(DSL.noCondition()))
                .and(after.map(PAYMENT.PAYMENT_ID::lt).orElse(DSL.noCondition()));
        return database.read(db -> db.selectFrom(PAYMENT)
                .where(wanted)
                .orderBy(PAYMENT.PAYMENT_ID.desc())
                .limit(limit)
                .fetch(PaymentRepository::read));
    }
}
