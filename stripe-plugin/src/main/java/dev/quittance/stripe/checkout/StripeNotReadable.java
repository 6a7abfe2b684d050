package dev.quittance.stripe.checkout;

import dev.quittance.stripe.webhook.PassingTrouble;

/** Stripe could not be read now, so an event cannot be judged: it is tried again. Carries a reason without content. */
public final class StripeNotReadable extends PassingTrouble {
    private static final long serialVersionUID = 1L;

    /** For this reason, without content. */
    public StripeNotReadable(String reason) {
        super("not readable at Stripe: " + reason);
    }
}
