package dev.quittance.stripe.payment;

import dev.quittance.api.PluginContext;
import dev.quittance.api.money.Money;
import dev.quittance.stripe.gateway.ChargeReading;
import dev.quittance.stripe.gateway.IntentReading;
import java.time.Instant;
import java.util.Optional;

/** Makes the rows of payments from what was read. */
final class PaymentRow {
    private PaymentRow() {}

    /** The money of an intent that came; its fee is looked for soon. */
    static Payment succeeded(PluginContext context, Attempt attempt, IntentReading intent, boolean overpaid) {
        Instant now = context.clock().instant();
        return of(
                context,
                attempt,
                intent,
                new Stage(
                        PaymentState.SUCCEEDED, overpaid, Optional.of(CheckSchedule.next(now, now)), Optional.of(now)));
    }

    /** The money of an intent that is on its way. */
    static Payment processing(PluginContext context, Attempt attempt, IntentReading intent) {
        return of(
                context,
                attempt,
                intent,
                new Stage(PaymentState.PROCESSING, false, Optional.empty(), Optional.empty()));
    }

    /** The payment, failed. */
    static Payment failed(Payment payment) {
        return with(payment, payment, new Stage(PaymentState.FAILED, false, Optional.empty(), Optional.empty()));
    }

    /** The known payment with what a fresh reading makes of it. */
    static Payment next(Payment known, Payment fresh) {
        return with(known, fresh, new Stage(fresh.state(), fresh.overpaid(), fresh.nextCheckAt(), fresh.succeededAt()));
    }

    private record Stage(
            PaymentState state, boolean overpaid, Optional<Instant> nextCheckAt, Optional<Instant> succeededAt) {}

    private static Payment of(PluginContext context, Attempt attempt, IntentReading intent, Stage stage) {
        return new Payment(
                attempt.org(),
                context.ids().next(),
                attempt.requestId(),
                attempt.attemptId(),
                attempt.place(),
                intent.id(),
                intent.latestCharge().map(ChargeReading::id),
                intent.amount(),
                stage.state(),
                Method.of(intent),
                stage.overpaid(),
                Optional.empty(),
                Optional.empty(),
                Money.zero(intent.amount().currency()),
                Money.zero(intent.amount().currency()),
                stage.nextCheckAt(),
                stage.succeededAt(),
                context.clock().instant(),
                0);
    }

    private static Payment with(Payment known, Payment charge, Stage stage) {
        return new Payment(
                known.org(),
                known.paymentId(),
                known.requestId(),
                known.attemptId(),
                known.place(),
                known.intentId(),
                charge.chargeId(),
                known.amount(),
                stage.state(),
                charge.method(),
                stage.overpaid(),
                known.settled(),
                known.availableOn(),
                known.refunded(),
                known.disputed(),
                stage.nextCheckAt(),
                stage.succeededAt(),
                known.createdAt(),
                known.version());
    }
}
