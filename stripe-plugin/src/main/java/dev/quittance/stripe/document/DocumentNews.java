package dev.quittance.stripe.document;

import dev.quittance.stripe.outbox.OutboxHandler;
import dev.quittance.stripe.outbox.OutboxOutcome;
import dev.quittance.stripe.outbox.OutboxRow;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.RecordSums;
import dev.quittance.stripe.request.RequestRecords;
import dev.quittance.stripe.request.Requests;
import java.util.Optional;

/** Looks again at the links of a record, and of those that share its project, when its sums have changed. Thread-safe. */
public final class DocumentNews implements OutboxHandler {
    private final Documents documents;
    private final Requests requests;
    private final RequestRecords records;

    /** News for these documents. */
    public DocumentNews(Documents documents, Requests requests, RequestRecords records) {
        this.documents = documents;
        this.requests = requests;
        this.records = records;
    }

    @Override
    public String kind() {
        return RecordSums.DOCUMENT_KIND;
    }

    @Override
    public OutboxOutcome deliver(OutboxRow row) {
        Optional<PaymentRequest> request = requests.find(row.org(), row.subjectId());
        if (request.isEmpty()) {
            return OutboxOutcome.skipped("the request is gone");
        }
        documents.renewLinked(
                row.org(), records.listSiblings(row.org(), request.get().record()));
        return OutboxOutcome.delivered();
    }
}
