package dev.quittance.stripe.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * The refunds of a payment. Immutable.
 *
 * @param data oldest first, all of them
 */
@Schema(requiredProperties = {"data"})
public record RefundPage(
        @Schema(description = "Oldest first, all of them") List<RefundView> data) {
    /** Copies the list. */
    public RefundPage {
        data = List.copyOf(data);
    }
}
