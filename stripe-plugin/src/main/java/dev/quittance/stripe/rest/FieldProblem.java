package dev.quittance.stripe.rest;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What is wrong with one field.
 *
 * @param field its path in the body, or the query parameter's name
 * @param code the stable code
 * @param message for people, in English
 */
@Schema(requiredProperties = {"field", "code", "message"})
public record FieldProblem(
        @Schema(description = "Path in the body, or the query parameter's name", example = "recipient.email")
        String field,

        @Schema(description = "Stable code", example = "amount_too_small")
        String code,

        @Schema(description = "For people, in English") String message) {}
