package dev.quittance.stripe.checkout;

/** Stripe could not be read now, so an event cannot be judged: it is tried again. Carries a reason without content. */
final class StripeNotReadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StripeNotReadable(String reason) {
        super("not readable at Stripe: " + reason);
    }
}
