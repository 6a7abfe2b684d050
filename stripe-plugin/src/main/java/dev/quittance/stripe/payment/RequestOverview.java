package dev.quittance.stripe.payment;

import dev.quittance.stripe.letter.Letter;
import dev.quittance.stripe.request.PaymentRequest;
import java.util.List;
import java.util.Optional;

/**
 * A request with everything that came of it. Immutable.
 *
 * @param request the request
 * @param payments oldest first
 * @param attempts oldest first
 * @param letter the mail about it of which something was heard last
 */
public record RequestOverview(
        PaymentRequest request, List<Payment> payments, List<Attempt> attempts, Optional<Letter> letter) {
    /** The one word for how it is doing, as a stable code. */
    public String status() {
        return StatusBadge.code(request, attempts);
    }

    /** What the customer paid with, or is paying with, if that is known. */
    public Optional<Method> method() {
        return payments.stream()
                .filter(payment -> payment.state() != PaymentState.FAILED)
                .reduce((earlier, later) -> later)
                .map(Payment::method);
    }
}
