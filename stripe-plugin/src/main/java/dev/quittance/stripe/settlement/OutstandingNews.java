package dev.quittance.stripe.settlement;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.Outstanding;
import dev.quittance.api.record.RecordRef;
import dev.quittance.stripe.ledger.RecordBalances;
import dev.quittance.stripe.outbox.Outbox;
import dev.quittance.stripe.outbox.OutboxHandler;
import dev.quittance.stripe.outbox.OutboxOutcome;
import dev.quittance.stripe.outbox.OutboxRow;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.RecordSums;
import dev.quittance.stripe.request.Requests;
import dev.quittance.stripe.storage.Database;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Tells the host's books what is still expected on a record: the sums as they are when it is told, with their version, so that of
 * several changes the last word counts in whatever order they arrive. Money that these sums no longer expect because it came is
 * told first: in between it counts twice, as paid and as asked for, and never as owed by somebody who has paid. Thread-safe.
 */
public final class OutstandingNews implements OutboxHandler {
    private final PluginContext context;
    private final Books books;
    private final Requests requests;
    private final SettlementNews settlements;

    /**
     * Where the sums are kept, and what else is to be told of them.
     *
     * @param database where they are read
     * @param balances the sums
     * @param outbox what is not told yet
     */
    public record Books(Database database, RecordBalances balances, Outbox outbox) {}

    /** News of these sums. */
    public OutstandingNews(PluginContext context, Books books, Requests requests, SettlementNews settlements) {
        this.context = context;
        this.books = books;
        this.requests = requests;
        this.settlements = settlements;
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
        // The sums are read before the money: all money that they know of as paid is found untold, or was told.
        List<RecordBalances.Versioned> sums =
                books.database().read(db -> books.balances().list(db, org, record));
        tellMoney(org, record);
        for (RecordBalances.Versioned one : sums) {
            context.settlements()
                    .expect(new Outstanding(
                            org, record, one.sums().requested(), one.sums().processing(), one.version()));
        }
    }

    private void tellMoney(OrgId org, RecordRef record) {
        List<UUID> ids = requests.list(org, record, Optional.empty(), Integer.MAX_VALUE).stream()
                .map(PaymentRequest::requestId)
                .collect(Collectors.toUnmodifiableList());
        for (OutboxRow untold : books.outbox().listDue(org, settlements.kind(), ids)) {
            settlements.tell(untold);
        }
    }
}
