package dev.quittance.stripe.payment;

import static dev.quittance.stripe.storage.jooq.Tables.PAYMENT;
import static dev.quittance.stripe.storage.jooq.Tables.PAYMENT_REQUEST;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordRef;
import dev.quittance.stripe.request.RequestState;
import dev.quittance.stripe.request.RequestType;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.impl.DSL;

/** Reads how the deposits of many projects stand, by one statement. */
final class DepositRepository {
    /** Money that came and was not wholly given back, or taken back by a bank. */
    private static final Condition STAYED = PAYMENT.STATE
            .eq(PaymentState.SUCCEEDED.name())
            .and(PAYMENT.REFUNDED_MINOR.plus(PAYMENT.DISPUTED_MINOR).lt(PAYMENT.AMOUNT_MINOR));

    /** The state of each of these projects that was ever asked for a deposit. */
    Map<String, DepositState> states(DSLContext db, OrgId org, Collection<String> projectIds) {
        Field<Integer> stayed = DSL.count(PAYMENT.PAYMENT_ID);
        Map<String, Set<RequestState>> asked = new TreeMap<>();
        Set<String> withMoney = new HashSet<>();
        for (Record3<String, String, Integer> row : db.select(PAYMENT_REQUEST.RECORD_ID, PAYMENT_REQUEST.STATE, stayed)
                .from(PAYMENT_REQUEST)
                .leftJoin(PAYMENT)
                .on(PAYMENT.ORG_ID
                        .eq(PAYMENT_REQUEST.ORG_ID)
                        .and(PAYMENT.REQUEST_ID.eq(PAYMENT_REQUEST.REQUEST_ID))
                        .and(STAYED))
                .where(PAYMENT_REQUEST
                        .ORG_ID
                        .eq(org.value())
                        .and(PAYMENT_REQUEST.RECORD_OBJECT.eq(RecordRef.PROJECT))
                        .and(PAYMENT_REQUEST.RECORD_ID.in(projectIds))
                        .and(PAYMENT_REQUEST.TYPE.eq(RequestType.DEPOSIT.code())))
                .groupBy(PAYMENT_REQUEST.RECORD_ID, PAYMENT_REQUEST.STATE)
                .fetch()) {
            asked.computeIfAbsent(row.value1(), id -> EnumSet.noneOf(RequestState.class))
                    .add(RequestState.valueOf(row.value2()));
            if (row.value3() > 0) {
                withMoney.add(row.value1());
            }
        }
        Map<String, DepositState> states = new TreeMap<>();
        asked.forEach(
                (project, requests) -> states.put(project, DepositState.of(requests, withMoney.contains(project))));
        return states;
    }
}
