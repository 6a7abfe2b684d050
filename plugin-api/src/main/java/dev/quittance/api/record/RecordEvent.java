package dev.quittance.api.record;

import dev.quittance.api.identity.OrgId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * Something that happened to a record of the host's. It says where to look, not what is there now: whoever acts on it reads the
 * record again. Immutable and thread-safe.
 *
 * @param eventId unique for ever; the same event comes with the same id each time it is told
 * @param kind what happened, string-coded so that hosts may have their own: {@link #SIGNED}, …; unknown kinds are ignored
 * @param org whose record
 * @param record which record
 * @param occurredAt when, UTC
 * @param attributes more about it, by names that the kind defines
 */
public record RecordEvent(
        String eventId, String kind, OrgId org, RecordRef record, Instant occurredAt, Map<String, String> attributes) {
    /** A project was agreed on. */
    public static final String SIGNED = "signed";
    /** What a project or an invoice comes to has changed. */
    public static final String TOTAL_CHANGED = "total_changed";
    /** An invoice was sent: from now on it is owed. */
    public static final String INVOICE_ISSUED = "invoice_issued";
    /** An invoice was taken back: it is not owed any more. */
    public static final String INVOICE_VOIDED = "invoice_voided";
    /** A project has ended: nothing more is asked for on it. */
    public static final String CLOSED = "closed";
    /** A record is gone. Money that still comes for it belongs to the organisation all the same. */
    public static final String DELETED = "deleted";
    /** A client's address was corrected. */
    public static final String EMAIL_CORRECTED = "email_corrected";
    /** A client turned out to be another one: {@link #INTO} names who stays. */
    public static final String MERGED = "merged";

    /** The attribute of {@link #MERGED} that holds the id of the client who stays. */
    public static final String INTO = "into";

    /** Copies the attributes. */
    public RecordEvent {
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(org, "org");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(occurredAt, "occurredAt");
        attributes = Map.copyOf(attributes);
    }

    /** An attribute, or the empty string. */
    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }
}
