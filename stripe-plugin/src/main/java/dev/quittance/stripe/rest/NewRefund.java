package dev.quittance.stripe.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A refund to make.
 *
 * @param amount major units of the payment's currency, as a decimal string; all that is left unless given
 * @param reason why
 * @param owed what it means for what is owed; as the reason says unless given
 * @param note what the customer reads about it
 */
@Schema(
        description = "A refund to make. Any other field is refused.",
        requiredProperties = {"reason"})
public record NewRefund(
        @Schema(
                description = "Major units of the payment's currency, as a string; all that is left unless given",
                example = "60.00")
        @Nullable
        String amount,

        @Schema(allowableValues = {"duplicate", "requested_by_customer", "other"}) @Nullable
        String reason,

        @Schema(
                description =
                        "Whether the customer owes it again or it comes off the price; as the reason says unless given",
                allowableValues = {"again", "off_price"})
        @Nullable
        String owed,

        @Schema(description = "What the customer reads about it", maxLength = 500) @Nullable
        String note) {}
