package dev.quittance.stripe.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * Why something was not done, as RFC 9457 writes it.
 *
 * @param type always {@code about:blank}: the code tells kinds apart
 * @param title what happened, in a short sentence
 * @param status the HTTP status
 * @param detail what to do; may be empty
 * @param code the stable code
 * @param errors what is wrong with each field; may be none
 */
@Schema(
        description = "Why something was not done (RFC 9457, application/problem+json).",
        requiredProperties = {"type", "title", "status", "detail", "code", "errors"})
public record Problem(
        @Schema(description = "Always about:blank: the code tells kinds apart")
        String type,

        String title,
        int status,
        String detail,

        @Schema(description = "Stable code, see errors.md", example = "invalid")
        String code,

        List<FieldProblem> errors) {
    /** Copies the list. */
    public Problem {
        errors = List.copyOf(errors);
    }
}
