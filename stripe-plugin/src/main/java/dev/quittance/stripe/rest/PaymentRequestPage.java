package dev.quittance.stripe.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * One page of payment requests.
 *
 * @param data newest first
 * @param has_more whether there are older ones, to be had with {@code starting_after} and the last id
 */
@SuppressWarnings("MemberName")
@Schema(requiredProperties = {"data", "has_more"})
public record PaymentRequestPage(
        @Schema(description = "Newest first") List<PaymentRequestView> data,

        @Schema(description = "Whether there are older ones: ask again with starting_after and the last id")
        boolean has_more) {
    /** Copies the list. */
    public PaymentRequestPage {
        data = List.copyOf(data);
    }
}
