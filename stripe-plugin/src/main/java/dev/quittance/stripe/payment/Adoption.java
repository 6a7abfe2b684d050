package dev.quittance.stripe.payment;

import dev.quittance.api.PluginContext;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.request.PaymentRequest;
import java.util.Optional;

/** An attempt for a session that was made by none that we know of: it has ended, and the money that came is late news. */
final class Adoption {
    private Adoption() {}

    static Attempt of(PluginContext context, StripeAccount account, PaymentRequest request) {
        return new Attempt(
                request.org(),
                context.ids().next(),
                request.requestId(),
                context.ids().next(),
                StripePlace.of(account),
                request.amount(),
                AttemptState.ABANDONED,
                Optional.empty(),
                Optional.empty(),
                Decline.NONE,
                Optional.empty(),
                context.clock().instant(),
                0);
    }
}
