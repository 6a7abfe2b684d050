package dev.quittance.emulator.refund;

import dev.quittance.emulator.api.Checks;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A refund as it is asked for.
 *
 * @param charge {@code ch_…}, where it is named
 * @param intent {@code pi_…}, where that is named instead
 * @param amountMinor in minor units of the charge's currency; absent for all that is left
 */
public record RefundOrder(
        Optional<String> charge,
        Optional<String> intent,
        Optional<Long> amountMinor,
        Optional<String> reason,
        Map<String, String> metadata) {
    static final String PARAMS = "charge payment_intent amount reason metadata.*";

    private static final List<String> REASONS = List.of("duplicate", "fraudulent", "requested_by_customer");

    /** Copies the metadata. */
    public RefundOrder {
        metadata = Map.copyOf(metadata);
    }

    /** A charge, or a part of it, for no stated reason. */
    public static RefundOrder ofCharge(String charge, Optional<Long> amountMinor) {
        return new RefundOrder(Optional.of(charge), Optional.empty(), amountMinor, Optional.empty(), Map.of());
    }

    static RefundOrder read(Form form) {
        Optional<String> charge = form.text("charge");
        Optional<String> intent = form.text("payment_intent");
        if (charge.isEmpty() && intent.isEmpty()) {
            throw ApiError.refused(
                    "parameter_missing",
                    "One of the following params should be provided for this request: payment_intent or charge.");
        }
        return new RefundOrder(
                charge,
                intent,
                Checks.atLeast(form, "amount", 1),
                form.oneOf("reason", REASONS),
                Checks.metadata(form));
    }
}
