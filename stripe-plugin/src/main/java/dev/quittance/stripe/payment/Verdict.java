package dev.quittance.stripe.payment;

import dev.quittance.stripe.gateway.IntentReading;
import dev.quittance.stripe.gateway.SessionReading;
import java.util.Optional;

/** What a reading of a session means for its attempt. */
enum Verdict {
    /** The customer can still pay. */
    WAITING(AttemptState.OPEN),
    /** A bank has refused, and the customer can try again in the same session. */
    DECLINED(AttemptState.OPEN),
    /** The money is on its way. */
    PROCESSING(AttemptState.PROCESSING),
    /** The money came. */
    SUCCEEDED(AttemptState.SUCCEEDED),
    /** The bank said no after all. */
    FAILED(AttemptState.FAILED),
    /** Nobody paid in time. */
    EXPIRED(AttemptState.EXPIRED);

    private final AttemptState target;

    Verdict(AttemptState target) {
        this.target = target;
    }

    /** Where the attempt is then. */
    AttemptState target() {
        return target;
    }

    static Verdict of(SessionReading reading) {
        return switch (reading.status()) {
            case StripeWords.COMPLETE -> ofComplete(reading);
            case StripeWords.EXPIRED -> EXPIRED;
            default -> isRefused(reading.intent()) ? DECLINED : WAITING;
        };
    }

    private static Verdict ofComplete(SessionReading reading) {
        String intentStatus = reading.intent().map(IntentReading::status).orElse("");
        if (reading.paymentStatus().equals(StripeWords.PAID)) {
            return intentStatus.equals(StripeWords.SUCCEEDED) ? SUCCEEDED : WAITING;
        }
        return switch (intentStatus) {
            case StripeWords.PROCESSING -> PROCESSING;
            case StripeWords.REQUIRES_PAYMENT_METHOD, StripeWords.CANCELED -> FAILED;
            default -> WAITING;
        };
    }

    private static boolean isRefused(Optional<IntentReading> intent) {
        return intent.filter(i -> i.status().equals(StripeWords.REQUIRES_PAYMENT_METHOD))
                .filter(i -> !i.declineCode().isEmpty())
                .isPresent();
    }
}
