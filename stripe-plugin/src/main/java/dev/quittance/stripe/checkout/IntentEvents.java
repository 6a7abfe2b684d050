package dev.quittance.stripe.checkout;

import dev.quittance.api.PluginContext;
import dev.quittance.stripe.gateway.IntentReading;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.gateway.StripeGateway;
import dev.quittance.stripe.operation.Operations;
import dev.quittance.stripe.payment.Attempt;
import dev.quittance.stripe.payment.Attempts;
import dev.quittance.stripe.payment.Marks;
import dev.quittance.stripe.webhook.Handled;
import dev.quittance.stripe.webhook.WebhookEffect;
import dev.quittance.stripe.webhook.WebhookEvent;
import dev.quittance.stripe.webhook.WebhookHandler;
import java.util.Optional;
import java.util.Set;

/**
 * Events of PaymentIntents: the intent is read again, its marks name the attempt, and the attempt's session is read and applied,
 * since the session says more than the intent. Thread-safe.
 */
public final class IntentEvents implements WebhookHandler {
    private final StripeGateway gateway;
    private final StripeReader reader;
    private final SessionEvents sessions;
    private final Attempts attempts;
    private final Operations operations;
    private final Marks marks;

    /** Events of intents, applied by way of their sessions. */
    public IntentEvents(
            PluginContext context, StripeGateway gateway, SessionEvents sessions, Checkouts.Services services) {
        this.gateway = gateway;
        this.reader = new StripeReader(gateway, services.connections());
        this.sessions = sessions;
        this.attempts = services.attempts();
        this.operations = services.operations();
        this.marks = services.marks();
    }

    @Override
    public Set<String> eventTypes() {
        return Set.of("payment_intent.succeeded", "payment_intent.processing", "payment_intent.payment_failed");
    }

    @Override
    public WebhookEffect handle(WebhookEvent event) {
        return reader.findAccount(event, Optional.empty())
                .map(account -> read(account, event.objectId()))
                .orElseGet(() -> WebhookEffect.only(Handled.quarantined("no connection to read it with")));
    }

    /** Reads an intent and then its session, and says what is to be written. */
    WebhookEffect read(StripeAccount account, String intentId) {
        Optional<IntentReading> intent = reader.read(gateway.intent(account, intentId));
        if (intent.filter(i -> marks.areOurs(account.org(), i.metadata())).isEmpty()) {
            return WebhookEffect.only(Handled.ignored("not made by this installation"));
        }
        return marks.findAttempt(intent.get().metadata())
                .flatMap(id -> attempts.find(account.org(), id))
                .map(attempt -> session(account, attempt))
                .orElseGet(() -> lost(account, intent.get()));
    }

    private WebhookEffect lost(StripeAccount account, IntentReading intent) {
        return tx -> {
            marks.lost(tx, account.org(), intent.metadata(), intent.createdAt());
            return Handled.quarantined("unknown_attempt");
        };
    }

    private WebhookEffect session(StripeAccount account, Attempt attempt) {
        String sessionId = attempt.sessionId()
                .or(() -> answerAgain(attempt))
                .orElseThrow(() -> new StripeNotReadable("the attempt's session is not known yet"));
        return sessions.read(account, sessionId);
    }

    /** The answer that named the session was lost: the same call gives it again. */
    private Optional<String> answerAgain(Attempt attempt) {
        operations.perform(attempt.org(), attempt.operationId());
        return attempts.find(attempt.org(), attempt.attemptId()).flatMap(Attempt::sessionId);
    }
}
