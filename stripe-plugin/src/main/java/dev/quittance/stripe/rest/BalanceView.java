package dev.quittance.stripe.rest;

import dev.quittance.api.money.Money;
import dev.quittance.stripe.ledger.RecordBalance;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sums of a record in its currency.
 *
 * @param record which
 * @param requested asked for and neither paid nor given up; what is processing is not in it
 * @param processing on its way
 * @param paid come
 * @param refunded given back
 * @param disputed taken back by a bank
 * @param unpaid what the contract comes to less what was paid, may be negative; null where there is no contract
 */
@Schema(
        name = "Balance",
        description = "The sums of a record, all in its currency.",
        requiredProperties = {"record", "requested", "processing", "paid", "refunded", "disputed", "unpaid"})
public record BalanceView(
        RecordView record,

        @Schema(description = "Asked for and neither paid nor given up; without what is processing")
        AmountView requested,

        @Schema(description = "On its way") AmountView processing,
        @Schema(description = "Come") AmountView paid,
        @Schema(description = "Given back") AmountView refunded,
        @Schema(description = "Taken back by a bank") AmountView disputed,

        @Schema(
                implementation = Object.class,
                anyOf = {AmountView.class, NothingView.class},
                description = "The contract less what was paid; may be negative; null without a contract")
        @Nullable
        AmountView unpaid) {
    static BalanceView of(RecordView record, RecordBalance balance, Optional<Money> unpaid) {
        return new BalanceView(
                record,
                AmountView.of(balance.requested()),
                AmountView.of(balance.processing()),
                AmountView.of(balance.paid()),
                AmountView.of(balance.refunded()),
                AmountView.of(balance.disputed()),
                unpaid.map(AmountView::of).orElse(null));
    }
}
