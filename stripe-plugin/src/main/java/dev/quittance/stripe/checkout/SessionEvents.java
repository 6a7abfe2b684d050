package dev.quittance.stripe.checkout;

import dev.quittance.stripe.connection.Connections;
import dev.quittance.stripe.gateway.SessionReading;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.gateway.StripeGateway;
import dev.quittance.stripe.payment.Applied;
import dev.quittance.stripe.payment.Attempt;
import dev.quittance.stripe.payment.Attempts;
import dev.quittance.stripe.payment.Payments;
import dev.quittance.stripe.webhook.Handled;
import dev.quittance.stripe.webhook.WebhookEffect;
import dev.quittance.stripe.webhook.WebhookEvent;
import dev.quittance.stripe.webhook.WebhookHandler;
import java.util.Optional;
import java.util.Set;

/** Events of hosted sessions: the session is read again, and what it says is applied with the event's mark. Thread-safe. */
public final class SessionEvents implements WebhookHandler {
    private final StripeGateway gateway;
    private final StripeReader reader;
    private final Attempts attempts;
    private final Payments payments;

    /** Events for these payments. */
    public SessionEvents(StripeGateway gateway, Connections connections, Attempts attempts, Payments payments) {
        this.gateway = gateway;
        this.reader = new StripeReader(gateway, connections);
        this.attempts = attempts;
        this.payments = payments;
    }

    @Override
    public Set<String> eventTypes() {
        return Set.of(
                "checkout.session.completed",
                "checkout.session.expired",
                "checkout.session.async_payment_succeeded",
                "checkout.session.async_payment_failed");
    }

    @Override
    public WebhookEffect handle(WebhookEvent event) {
        Optional<Attempt> attempt = attempts.findBySession(event.org(), event.objectId());
        return reader.findAccount(event, attempt)
                .map(account -> read(account, event.objectId()))
                .orElseGet(() -> WebhookEffect.only(Handled.quarantined("no connection to read it with")));
    }

    /** Reads a session, and says what is to be written. */
    WebhookEffect read(StripeAccount account, String sessionId) {
        return reader.read(gateway.session(account, sessionId))
                .map(reading -> apply(account, reading))
                .orElseGet(() -> WebhookEffect.only(Handled.ignored("Stripe has no such session")));
    }

    private WebhookEffect apply(StripeAccount account, SessionReading reading) {
        return WebhookEffect.then(
                tx -> handled(payments.apply(tx, account.org(), account.stripeAccountId(), reading)), payments::tell);
    }

    private static Handled handled(Applied applied) {
        return switch (applied.kind()) {
            case MOVED, KNOWN -> Handled.applied();
            case FOREIGN -> Handled.ignored(applied.reason());
            case QUARANTINED -> Handled.quarantined(applied.reason());
        };
    }
}
