package dev.quittance.stripe.settlement;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.Outstanding;
import dev.quittance.api.record.RecordRef;
import dev.quittance.stripe.ledger.RecordBalances;
import dev.quittance.stripe.outbox.OutboxHandler;
import dev.quittance.stripe.outbox.OutboxOutcome;
import dev.quittance.stripe.outbox.OutboxRow;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.RecordSums;
import dev.quittance.stripe.request.Requests;
import dev.quittance.stripe.storage.Database;
import java.util.Optional;

/**
 * Tells the host's books what is still expected on a record: the sums as they are when it is told, with their version, so that of
 * several changes the last word counts in whatever order they arrive. Thread-safe.
 */
public final class OutstandingNews implements OutboxHandler {
    private final PluginContext context;
    private final Database database;
    private final Requests requests;
    private final RecordBalances balances;

    /** News of these sums. */
    public OutstandingNews(PluginContext context, Database database, Requests requests, RecordBalances balances) {
        this.context = context;
        this.database = database;
        this.requests = requests;
        this.balances = balances;
    }

    @Override
    public String kind() {
        return RecordSums.EXPECT_KIND;
    }

    @Override
    public OutboxOutcome deliver(OutboxRow row) {
        Optional<PaymentRequest> request = requests.find(row.org(), row.subjectId());
        if (request.isEmpty()) {
            return OutboxOutcome.skipped("the request is gone");
        }
        tell(row.org(), request.get().record());
        return OutboxOutcome.delivered();
    }

    private void tell(OrgId org, RecordRef record) {
        for (RecordBalances.Versioned one : database.read(db -> balances.list(db, org, record))) {
            context.settlements()
                    .expect(new Outstanding(
                            org, record, one.sums().requested(), one.sums().processing(), one.version()));
        }
    }
}
