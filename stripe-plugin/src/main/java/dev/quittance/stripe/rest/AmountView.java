package dev.quittance.stripe.rest;

import dev.quittance.api.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * An amount of money, written in both ways so that nobody needs a table of currencies.
 *
 * @param value major units as a decimal with the currency's decimals
 * @param currency ISO 4217 code, upper case
 * @param minor minor units of the currency, as Stripe counts them
 */
@Schema(
        name = "Amount",
        description = "An amount of money. value and minor say the same.",
        requiredProperties = {"value", "currency", "minor"})
public record AmountView(
        @Schema(description = "Major units, with the currency's decimals", example = "6000.00")
        String value,

        @Schema(description = "ISO 4217 code, upper case", example = "USD")
        String currency,

        @Schema(description = "Minor units, as Stripe counts them", example = "600000")
        long minor) {
    static AmountView of(Money money) {
        return new AmountView(money.toPlainDecimal(), money.currency(), money.minor());
    }
}
