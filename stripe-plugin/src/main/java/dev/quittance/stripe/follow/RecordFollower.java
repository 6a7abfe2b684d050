package dev.quittance.stripe.follow;

import dev.quittance.api.record.RecordEvent;
import dev.quittance.api.record.RecordListener;
import dev.quittance.api.record.RecordRef;
import dev.quittance.stripe.document.Documents;
import dev.quittance.stripe.payment.Stops;
import dev.quittance.stripe.request.RequestRecords;
import dev.quittance.stripe.request.StopReason;
import java.time.Instant;
import java.util.List;
import org.pf4j.Extension;

/**
 * Follows the host's records: stops what must not be paid any more, readdresses what went to a wrong address, and keeps the links
 * in documents at what is left. Everything here may be told any number of times: it finds what it did before and leaves it.
 * Requests that were sent never change their amount. Unknown kinds are ignored. Thread-safe.
 */
@Extension
public final class RecordFollower implements RecordListener {
    /** The attribute of a corrected address that holds the old one; a host may leave it out. */
    static final String FROM = "from";

    private final RequestRecords records;
    private final Stops stops;
    private final Documents documents;
    private final ClientChanges clients;

    /** Follows with these. */
    public RecordFollower(RequestRecords records, Stops stops, Documents documents, ClientChanges clients) {
        this.records = records;
        this.stops = stops;
        this.documents = documents;
        this.clients = clients;
    }

    @Override
    public void on(RecordEvent event) {
        switch (event.kind()) {
            case RecordEvent.INVOICE_VOIDED -> stop(event, StopReason.INVOICE_VOIDED);
            case RecordEvent.DELETED -> stop(event, StopReason.DELETED);
            case RecordEvent.CLOSED -> stop(event, StopReason.CLOSED);
            case RecordEvent.TOTAL_CHANGED, RecordEvent.INVOICE_ISSUED -> renew(event);
            case RecordEvent.EMAIL_CORRECTED -> clients.corrected(event.org(), event.record(), event.attribute(FROM));
            case RecordEvent.MERGED -> clients.merged(event.org(), event.record(), event.attribute(RecordEvent.INTO));
            default -> {
                // The host's own kinds, and those that change nothing here.
            }
        }
    }

    private void stop(RecordEvent event, StopReason reason) {
        if (!isMoneyFor(event.record())) {
            return;
        }
        List<RecordRef> family = records.listFamily(event.org(), event.record());
        // An event that is told again late must not stop what was asked for after the record came back.
        Instant until = records.isWithdrawn(event.org(), event.record()) ? Instant.MAX : event.occurredAt();
        stops.stopAll(event.org(), family, until, reason);
        renew(event);
    }

    private void renew(RecordEvent event) {
        if (isMoneyFor(event.record())) {
            documents.renewLinked(event.org(), records.listSiblings(event.org(), event.record()));
        }
    }

    private static boolean isMoneyFor(RecordRef record) {
        return record.object().equals(RecordRef.PROJECT) || record.object().equals(RecordRef.INVOICE);
    }
}
