package dev.quittance.crm.activity;

import dev.quittance.api.record.RecordRef;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that somebody did.
 *
 * @param id unique within the organisation
 * @param record to what; it may be gone by now
 * @param recordName as it was called then
 * @param actorId who did it
 * @param actorName as they were called then
 * @param words what they did, as a sentence
 * @param happenedAt when, UTC
 */
public record Activity(
        UUID id,
        RecordRef record,
        String recordName,
        String actorId,
        String actorName,
        String words,
        Instant happenedAt) {}
