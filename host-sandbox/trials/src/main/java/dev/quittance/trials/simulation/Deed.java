package dev.quittance.trials.simulation;

import dev.quittance.api.record.RecordEvent;
import dev.quittance.api.record.RecordRef;
import java.util.List;

/** What a campaign has to try at least once. */
final class Deed {
    /** One request to one payer. */
    static final String REQUEST = "request";
    /** One amount asked of two payers. */
    static final String SPLIT = "split";
    /** The one button after signing. */
    static final String DEPOSIT = "deposit";

    /** All of them. */
    static final List<String> ALL = List.of(
            REQUEST,
            SPLIT,
            DEPOSIT,
            of(RecordEvent.CLOSED, RecordRef.PROJECT),
            of(RecordEvent.DELETED, RecordRef.PROJECT),
            of(RecordEvent.TOTAL_CHANGED, RecordRef.PROJECT),
            of(RecordEvent.TOTAL_CHANGED, RecordRef.INVOICE),
            of(RecordEvent.INVOICE_VOIDED, RecordRef.INVOICE),
            of(RecordEvent.DELETED, RecordRef.INVOICE),
            of(RecordEvent.EMAIL_CORRECTED, RecordRef.CLIENT),
            of(RecordEvent.MERGED, RecordRef.CLIENT));

    private Deed() {}

    /** What the host told of a kind of record. */
    static String of(String event, String object) {
        return object + "_" + event;
    }
}
