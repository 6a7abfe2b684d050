package dev.quittance.stripe.document;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.RecordRef;
import dev.quittance.stripe.outbox.Outbox;
import dev.quittance.stripe.payment.Stops;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.RequestState;
import dev.quittance.stripe.request.StandingRequests;
import dev.quittance.stripe.request.StopReason;
import dev.quittance.stripe.storage.Database;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * Keeps the request behind a document's link at what is left of the record. One that does not fit any more is stopped, and
 * another takes its place at the same address. Reads the host's records: never inside a transaction. Thread-safe.
 */
public final class Documents {
    private final Database database;
    private final Outbox outbox;
    private final StandingRequests standing;
    private final Stops stops;

    /** Documents with these standing requests. */
    public Documents(Database database, Outbox outbox, StandingRequests standing, Stops stops) {
        this.database = database;
        this.outbox = outbox;
        this.standing = standing;
        this.stops = stops;
    }

    /**
     * The request behind the record's link as it should be now, made or replaced if need be; empty if there is nothing to pay.
     * Safe to repeat, and at the same time.
     */
    public Optional<PaymentRequest> renew(OrgId org, RecordRef record) {
        Optional<Money> amount = standing.findAmount(org, record);
        Optional<PaymentRequest> current = standing.findCurrent(org, record);
        if (current.filter(request -> fits(request, amount)).isPresent()) {
            return current;
        }
        if (current.isEmpty() && amount.isEmpty()) {
            return Optional.empty();
        }
        Optional<PaymentRequest> drafted = amount.flatMap(money -> standing.draft(org, record, money));
        Optional<PaymentRequest> now = database.transaction(tx -> renewed(tx, org, record, drafted));
        outbox.nudge();
        return now;
    }

    /** Renews those of these records that have a link. */
    public void renewLinked(OrgId org, List<RecordRef> records) {
        for (RecordRef record : standing.listLinked(org, records)) {
            Optional<PaymentRequest> now = renew(org, record);
            assert now.map(PaymentRequest::isPayable).orElse(true);
        }
    }

    private Optional<PaymentRequest> renewed(
            DSLContext tx, OrgId org, RecordRef record, Optional<PaymentRequest> drafted) {
        Optional<PaymentRequest> locked = standing.lockCurrent(tx, org, record);
        if (locked.isPresent()) {
            PaymentRequest current = locked.get();
            if (fits(current, drafted.map(PaymentRequest::amount))) {
                return locked;
            }
            if (current.state() == RequestState.PROCESSING) {
                return Optional.empty();
            }
            stops.stop(tx, current, drafted.isPresent() ? StopReason.REPLACED : StopReason.NOTHING_LEFT);
            standing.release(tx, current);
        }
        return drafted.filter(request -> standing.put(tx, request));
    }

    private static boolean fits(PaymentRequest request, Optional<Money> amount) {
        return request.isPayable() && amount.filter(request.amount()::equals).isPresent();
    }
}
