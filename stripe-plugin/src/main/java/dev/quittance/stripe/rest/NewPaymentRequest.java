package dev.quittance.stripe.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to make, as it was sent. What was left out is null.
 *
 * @param record what it is for
 * @param type {@code deposit}, {@code progress}, {@code final}, {@code custom}
 * @param percent a share of the contract, as a decimal string
 * @param amount major units of the record's currency, as a decimal string
 * @param description what the customer reads
 * @param recipient who is asked
 * @param confirm what the caller knows of and wants all the same
 */
@Schema(
        description =
                "A payment request to make. Give percent or amount, or both where they agree. Any other field is refused.",
        requiredProperties = {"record", "type"})
public record NewPaymentRequest(
        @Nullable RecordView record,

        @Schema(allowableValues = {"deposit", "progress", "final", "custom"}) @Nullable
        String type,

        @Schema(
                description = "A share of the contract, above 0 and up to 100, at most three decimals, as a string",
                example = "37.5")
        @Nullable
        String percent,

        @Schema(description = "Major units of the record's currency, as a string", example = "6000.00") @Nullable
        String amount,

        @Schema(description = "What the customer reads; made from type and record unless given", maxLength = 200)
        @Nullable
        String description,

        @Nullable RecipientView recipient,

        @Schema(
                description =
                        "Cautions that the caller knows of and goes on in spite of: over_left asks for more than is left"
                                + " (needs the permission to), sent_already asks for the same a second time within a day")
        List<String> confirm) {
    /** Copies the list. */
    public NewPaymentRequest {
        confirm = List.copyOf(confirm);
    }
}
