package dev.quittance.stripe.rest;

import dev.quittance.stripe.payment.Method;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What the customer paid with. Any part is empty while it is unknown.
 *
 * @param type {@code card}, {@code us_bank_account}, …
 * @param brand the card's brand or the bank's name
 * @param last4 the last four digits
 */
@Schema(
        name = "PaymentMethod",
        description = "What the customer paid with. Empty strings where unknown.",
        requiredProperties = {"type", "brand", "last4"})
public record MethodView(
        @Schema(example = "card") String type,

        @Schema(description = "The card's brand or the bank's name", example = "visa")
        String brand,

        @Schema(example = "4242") String last4) {
    static MethodView of(Method method) {
        return new MethodView(method.type(), method.brand(), method.last4());
    }
}
