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
 * @param turn whose turn it was when this was settled
 */
record Ask(
        String submissionKey,
        RecordRef record,
        String recordName,
        Recipient recipient,
        RequestTerms terms,
        String requestedBy,
        Optional<String> projectId,
        Turn turn) {
    /** An ask on a record that stands like this. */
    static Ask on(
            Standing standing, String submissionKey, Recipient recipient, RequestTerms terms, String requestedBy) {
        Subject subject = standing.subject();
        return new Ask(
                submissionKey,
                subject.record(),
                subject.name(),
                recipient,
                terms,
                requestedBy,
                subject.projectId(),
                standing.turn());
    }
}
