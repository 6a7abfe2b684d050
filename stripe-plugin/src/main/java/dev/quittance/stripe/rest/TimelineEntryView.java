package dev.quittance.stripe.rest;

import dev.quittance.stripe.request.TimelineEntry;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * One thing that happened to a request.
 *
 * @param kind what
 * @param actor who: a user's id, or {@code customer}, {@code stripe}, {@code system}
 * @param detail more; may be empty
 * @param happened_at when: ISO 8601, UTC
 */
@SuppressWarnings("MemberName")
@Schema(
        name = "TimelineEntry",
        requiredProperties = {"kind", "actor", "detail", "happened_at"})
public record TimelineEntryView(
        @Schema(example = "viewed") String kind,

        @Schema(description = "The id of a user, or customer, stripe or system")
        String actor,

        String detail,
        @Schema(format = "date-time") String happened_at) {
    static TimelineEntryView of(TimelineEntry entry) {
        return new TimelineEntryView(
                entry.kind(), entry.actor(), entry.detail(), entry.happenedAt().toString());
    }
}
