package dev.quittance.stripe.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * One page of payments.
 *
 * @param data newest first
 * @param has_more whether there are older ones, to be had with {@code starting_after} and the last id
 */
@SuppressWarnings("MemberName")
@Schema(requiredProperties = {"data", "has_more"})
public record PaymentPage(
        @Schema(description = "Newest first") List<PaymentView> data,

        @Schema(description = "Whether there are older ones: ask again with starting_after and the last id")
        boolean has_more) {
    /** Copies the list. */
    public PaymentPage {
        data = List.copyOf(data);
    }
}
