package dev.quittance.stripe.rest;

import dev.quittance.api.record.RecordRef;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A record of the host.
 *
 * @param object its kind
 * @param id the host's id of it
 */
@Schema(
        name = "Record",
        description = "A record of the host.",
        requiredProperties = {"object", "id"})
public record RecordView(
        @Schema(description = "Its kind", example = "project")
        String object,

        @Schema(description = "The host's id of it") String id) {
    static RecordView of(RecordRef record) {
        return new RecordView(record.object(), record.id());
    }
}
