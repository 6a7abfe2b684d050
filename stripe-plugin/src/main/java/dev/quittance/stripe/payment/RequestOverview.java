package dev.quittance.stripe.payment;

import dev.quittance.stripe.request.PaymentRequest;
import java.util.List;
import java.util.Optional;

/**
 * A request with everything that came of it. Immutable.
 *
 * @param request the request
 * @param payments oldest first
 * @param attempts oldest first
 */
record RequestOverview(PaymentRequest request, List<Payment> payments, List<Attempt> attempts) {
    /** What the customer paid with, or is paying with, if that is known. */
    Optional<Method> method() {
        return payments.stream()
                .filter(payment -> payment.state() != PaymentState.FAILED)
                .reduce((earlier, later) -> later)
                .map(Payment::method);
    }
}
