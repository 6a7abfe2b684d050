package dev.quittance.stripe.request;

import dev.quittance.api.record.RecordRef;
import java.util.Optional;

/**
 * Everything that is settled before a customer is asked. Immutable.
 *
 * @param submissionKey the same for every repetition of one submission
 * @param record what it is for
 * @param recordName its name now
 * @param recipient who is asked
 * @param terms for how much
 * @param requestedBy the host's id of who asks
 * @param projectId the project that an invoice bills, if there is one
 */
record Ask(
        String submissionKey,
        RecordRef record,
        String recordName,
        Recipient recipient,
        RequestTerms terms,
        String requestedBy,
        Optional<String> projectId) {
    /** For a record that bills no project. */
    Ask(
            String submissionKey,
            RecordRef record,
            String recordName,
            Recipient recipient,
            RequestTerms terms,
            String requestedBy) {
        this(submissionKey, record, recordName, recipient, terms, requestedBy, Optional.empty());
    }
}
